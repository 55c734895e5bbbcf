package whom.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends a page that is whole already, compressed where the browser reads that (RFC 9110 §8.4.1.3). At the quickest level: the
 * usual one takes three times as long for a queue's page, a third of all it costs, and saves an eighth of its bytes.
 */
final class Zipped {

    private static final int WORTH_IT = 1024;

    private Zipped() {}

    static void send(Utf8ByteOutput page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.addHeader("Vary", "Accept-Encoding");
        if (page.getContentLength() < WORTH_IT || !readsGzip(request.getHeader("Accept-Encoding"))) {
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
            return;
        }
        var zipped = new ByteArrayOutputStream(page.getContentLength() / 4);
        try (var gzip = new Quick(zipped)) {
            page.writeTo(gzip);
        }
        response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(zipped.size());
        zipped.writeTo(response.getOutputStream());
    }

    /** RFC 9110 §12.5.3; {@code q=0} says no. */
    static boolean readsGzip(@Nullable String accepted) {
        return accepted != null && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(",")).map(String::strip)
                .anyMatch(coding -> coding.equals("gzip") || coding.startsWith("gzip;") && !coding.matches("gzip;\\s*q=0(\\.0{0,3})?"));
    }

    private static final class Quick extends GZIPOutputStream {

        Quick(OutputStream to) throws IOException {
            super(to, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
