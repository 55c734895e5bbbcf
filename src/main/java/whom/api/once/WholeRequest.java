package whom.api.once;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A request whose body is read already: what it asks for can be compared, and it can still be answered. */
final class WholeRequest extends HttpServletRequestWrapper {

    private static final int MOST = 30_000_000;

    private final byte[] body;

    private WholeRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static WholeRequest of(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return new WholeRequest(request, body);
    }

    /** Of all that decides what the request does. */
    byte[] hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((getRequestURI() + "?" + getQueryString() + "\n" + getContentType() + "\n" + getHeader("If-Match") + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** By the same person, reading this address. */
    HttpServletRequest reading(String address) {
        return new HttpServletRequestWrapper(new WholeRequest((HttpServletRequest) getRequest(), new byte[0])) {
            @Override
            public String getMethod() {
                return "GET";
            }

            @Override
            public String getRequestURI() {
                return address;
            }

            @Override
            public String getServletPath() {
                return address;
            }

            @Override
            public @Nullable String getQueryString() {
                return null;
            }

            /** A tag belongs to what was asked for, not to this. */
            @Override
            public @Nullable String getHeader(String name) {
                return name.regionMatches(true, 0, "If-", 0, 3) ? null : super.getHeader(name);
            }
        };
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return bytes.read(into, from, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("a request that is here whole has nothing to wait for");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
