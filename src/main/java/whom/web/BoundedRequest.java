package whom.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** For whoever does not say beforehand how much they send. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final int most;

    BoundedRequest(HttpServletRequest request, int most) {
        super(request);
        this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream body = super.getInputStream();
        return new ServletInputStream() {
            private long read;

            @Override
            public int read() throws IOException {
                return counted(body.read(), 1);
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int got = body.read(into, from, length);
                return counted(got, got);
            }

            private int counted(int answer, int bytes) {
                read += Math.max(answer < 0 ? 0 : bytes, 0);
                if (read > most) {
                    throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
                }
                return answer;
            }

            @Override
            public boolean isFinished() {
                return body.isFinished();
            }

            @Override
            public boolean isReady() {
                return body.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                body.setReadListener(listener);
            }
        };
    }
}
