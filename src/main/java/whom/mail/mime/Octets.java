package whom.mail.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** A run of bytes inside a message; cutting one out of another copies nothing. */
public record Octets(byte[] bytes, int from, int to) {

    public static final Octets NONE = of(new byte[0]);

    public static Octets of(byte[] bytes) {
        return new Octets(bytes, 0, bytes.length);
    }

    /** One byte a character, as raw header text is kept until its charset is known. */
    public static Octets of(String latin1) {
        return of(latin1.getBytes(ISO_8859_1));
    }

    public int length() {
        return to - from;
    }

    public byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    public byte at(int index) {
        return bytes[from + index];
    }

    public String latin1() {
        return new String(bytes, from, length(), ISO_8859_1);
    }

    public int indexOf(char wanted) {
        return indexOf(wanted, 0);
    }

    /** @return -1 where there is none from {@code start} on */
    public int indexOf(char wanted, int start) {
        for (int i = from + start; i < to; i++) {
            if (bytes[i] == wanted) {
                return i - from;
            }
        }
        return -1;
    }

    public Octets first(int count) {
        return length() <= count ? this : new Octets(bytes, from, from + count);
    }

    public boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }
}
