package whom.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Sends a page that is whole already, compressed where the browser reads that (RFC 9110 §8.4.1.3). At the quickest level: the
 * usual one takes three times as long for a queue's page, a third of all it costs, and saves an eighth of its bytes. In one
 * call: a page is made of thousands of pieces, and to hand each over by itself took longer than to compress them.
 */
final class Zipped {

    private static final int WORTH_IT = 1024;
    /** RFC 1952 §2.3: of no time, by no particular system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 4, (byte) 255};
    private static final int TRAILER = 8;

    /** Each holds a quarter of a megabyte, which takes longer to lay out than a page to compress. */
    private static final Queue<Deflater> IDLE = new ArrayBlockingQueue<>(16);

    private Zipped() {}

    static void send(Utf8ByteOutput page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.addHeader("Vary", "Accept-Encoding");
        if (page.getContentLength() < WORTH_IT || !readsGzip(request.getHeader("Accept-Encoding"))) {
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
            return;
        }
        byte[] zipped = zip(page.toByteArray());
        response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(zipped.length);
        response.getOutputStream().write(zipped);
    }

    static byte[] zip(byte[] page) {
        Deflater idle = IDLE.poll();
        Deflater deflater = idle == null ? new Deflater(Deflater.BEST_SPEED, true) : idle;
        byte[] zipped = Arrays.copyOf(HEADER, page.length / 3 + 100);
        int at = HEADER.length;
        deflater.setInput(page);
        deflater.finish();
        while (!deflater.finished()) {
            if (at + TRAILER >= zipped.length) {
                zipped = Arrays.copyOf(zipped, zipped.length * 2);
            }
            at += deflater.deflate(zipped, at, zipped.length - TRAILER - at);
        }
        deflater.reset();
        if (!IDLE.offer(deflater)) {
            deflater.end();
        }
        CRC32 sum = new CRC32();
        sum.update(page);
        at = number(zipped, at, (int) sum.getValue());
        return Arrays.copyOf(zipped, number(zipped, at, page.length));
    }

    private static int number(byte[] to, int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            to[at + i] = (byte) (value >>> 8 * i);
        }
        return at + Integer.BYTES;
    }

    /** RFC 9110 §12.5.3; {@code q=0} says no. */
    static boolean readsGzip(@Nullable String accepted) {
        return accepted != null && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(",")).map(String::strip)
                .anyMatch(coding -> coding.equals("gzip") || coding.startsWith("gzip;") && !coding.matches("gzip;\\s*q=0(\\.0{0,3})?"));
    }
}
