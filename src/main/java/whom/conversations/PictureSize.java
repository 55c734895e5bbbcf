package whom.conversations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * How many points a picture has, as its head says. Nothing is unpacked: a small file may hold a picture that fills the memory of
 * whoever does so. 0: not a picture, or none that says so where it should.
 */
public final class PictureSize {

    private static final int HEAD = 256 * 1024;

    private PictureSize() {}

    public static long of(InputStream bytes, String type) throws IOException {
        return type.startsWith("image/") ? of(bytes.readNBytes(HEAD), type) : 0;
    }

    static long of(byte[] head, String type) {
        return switch (type) {
            // as large as can be said, and still no larger than can be counted
            case "image/png" -> head.length < 24 ? 0 : Math.min(big(head, 16, 4), Integer.MAX_VALUE) * Math.min(big(head, 20, 4), Integer.MAX_VALUE);
            case "image/gif" -> head.length < 10 ? 0 : little(head, 6, 2) * little(head, 8, 2);
            case "image/webp" -> webp(head);
            case "image/jpeg" -> jpeg(head);
            default -> 0;
        };
    }

    private static long webp(byte[] head) {
        if (head.length < 30) {
            return 0;
        }
        return switch (new String(head, 12, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8 " -> (little(head, 26, 2) & 0x3FFF) * (little(head, 28, 2) & 0x3FFF);
            case "VP8L" -> ((little(head, 21, 4) & 0x3FFF) + 1) * ((little(head, 21, 4) >> 14 & 0x3FFF) + 1);
            case "VP8X" -> (little(head, 24, 3) + 1) * (little(head, 27, 3) + 1);
            default -> 0;
        };
    }

    /** From segment to segment, to the one that begins a frame. */
    private static long jpeg(byte[] head) {
        int at = 2;
        while (at + 9 < head.length && (head[at] & 0xFF) == 0xFF) {
            int marker = head[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return big(head, at + 5, 2) * big(head, at + 7, 2);
            }
            int length = (int) big(head, at + 2, 2);
            if (length < 2 || marker == 0xD9 || marker == 0xDA) {
                return 0;
            }
            at += 2 + length;
        }
        return 0;
    }

    private static long big(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private static long little(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
