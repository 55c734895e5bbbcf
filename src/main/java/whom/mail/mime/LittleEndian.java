package whom.mail.mime;

import java.util.Arrays;

/** Numbers and runs of bytes, read one after the other. Ask {@code has} first. */
final class LittleEndian {

    private final byte[] bytes;
    private int at;

    LittleEndian(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean has(int count) {
        return count >= 0 && count <= bytes.length - at;
    }

    int left() {
        return bytes.length - at;
    }

    int int16() {
        int value = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
        at += 2;
        return value;
    }

    int int32() {
        return int16() | int16() << 16;
    }

    byte[] bytes(int count) {
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    void skip(int count) {
        at = Math.min(bytes.length, at + count);
    }
}
