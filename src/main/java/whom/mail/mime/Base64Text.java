package whom.mail.mime;

import java.util.Arrays;

/** Base64 as it arrives: foreign characters are skipped, padding may be missing or stand in the middle. */
final class Base64Text {

    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            VALUES[alphabet.charAt(i)] = (byte) i;
        }
    }

    private Base64Text() {}

    static byte[] decode(Octets text) {
        byte[] out = new byte[text.length() / 4 * 3 + 3];
        int at = 0;
        int bits = 0;
        int count = 0;
        for (int i = text.from(); i < text.to(); i++) {
            byte b = text.bytes()[i];
            int value = b >= 0 ? VALUES[b] : -1;
            if (value >= 0) {
                bits = bits << 6 | value;
                if (++count < 4) {
                    continue;
                }
                out[at++] = (byte) (bits >> 16);
            } else if (b != '=') {
                continue;
            }
            at = rest(out, at, bits, count);
            bits = 0;
            count = 0;
        }
        return Arrays.copyOf(out, rest(out, at, bits, count));
    }

    /** The last bytes of a group, whole or not. @return where the next group goes */
    private static int rest(byte[] out, int at, int bits, int count) {
        return switch (count) {
            case 4 -> {
                out[at] = (byte) (bits >> 8);
                out[at + 1] = (byte) bits;
                yield at + 2;
            }
            case 3 -> {
                out[at] = (byte) (bits >> 10);
                out[at + 1] = (byte) (bits >> 2);
                yield at + 2;
            }
            case 2 -> {
                out[at] = (byte) (bits >> 4);
                yield at + 1;
            }
            default -> at;
        };
    }

    /** Where something that is not base64 follows the padding, such as the footer of a mailing list; else the length. */
    static int end(Octets text) {
        int padding = text.indexOf('=');
        int line = padding < 0 ? -1 : text.indexOf('\n', padding);
        while (line >= 0 && line + 1 < text.length()) {
            int next = text.indexOf('\n', line + 1);
            Octets following = new Octets(text.bytes(), text.from() + line + 1, next < 0 ? text.to() : text.from() + next);
            if (!following.isBlank()) {
                return isBase64(following) ? text.length() : line + 1;
            }
            line = next;
        }
        return text.length();
    }

    private static boolean isBase64(Octets line) {
        for (int i = 0; i < line.length(); i++) {
            byte b = line.at(i);
            if (b < 0 || b != '=' && b != '\r' && VALUES[b] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether text that is declared as base64 may be it; prose is not. */
    static boolean plausible(Octets text) {
        int foreign = 0;
        int words = 0;
        int looked = Math.min(text.length(), 4_000);
        for (int i = 0; i < looked; i++) {
            byte b = text.at(i);
            if (b == ' ' && i > 0 && i + 1 < looked && text.at(i - 1) > ' ' && text.at(i + 1) > ' ') {
                words++;
            } else if (b > ' ' && b != '=' && VALUES[b] < 0 || b < 0) {
                foreign++;
            }
        }
        return words * 10 < Math.max(10, looked) && foreign * 4 < Math.max(4, looked);
    }
}
