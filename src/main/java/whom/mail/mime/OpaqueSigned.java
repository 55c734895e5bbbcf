package whom.mail.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * What was signed, out of an S/MIME message that carries it within the signature (RFC 5652, SignedData): read, not verified. Lengths that
 * are wrong, or deeper nesting than any program makes, give nothing.
 */
final class OpaqueSigned {

    private static final byte[] SIGNED_DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07, 0x02};
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int NUMBER = 0x02;
    private static final int NAME = 0x06;
    private static final int INNER = 0xA0;
    private static final int BYTES = 0x04;
    private static final int BYTES_IN_PIECES = 0x24;
    private static final int DEEPEST = 20;
    private static final int NO_LENGTH = -1;

    private final byte[] der;
    private int at;

    private OpaqueSigned(byte[] der) {
        this.der = der;
    }

    static Optional<byte[]> content(byte[] der) {
        try {
            return new OpaqueSigned(der).content();
        } catch (Broken e) {
            return Optional.empty();
        }
    }

    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken() {
            super(null, null, false, false);
        }
    }

    private Optional<byte[]> content() throws Broken {
        enter(SEQUENCE);
        if (!Arrays.equals(SIGNED_DATA, bytes(enter(NAME)))) {
            return Optional.empty();
        }
        enter(INNER);
        enter(SEQUENCE);
        skip(NUMBER);
        skip(SET);
        enter(SEQUENCE);
        bytes(enter(NAME));
        enter(INNER);
        var out = new ByteArrayOutputStream();
        octets(out, 0);
        return out.size() == 0 ? Optional.empty() : Optional.of(out.toByteArray());
    }

    private void octets(ByteArrayOutputStream out, int level) throws Broken {
        int tag = next();
        int length = length();
        if (tag == BYTES && length != NO_LENGTH) {
            out.writeBytes(bytes(length));
        } else if (tag == BYTES_IN_PIECES && level < DEEPEST) {
            int end = length == NO_LENGTH ? der.length : within(length);
            while (at < end && !(length == NO_LENGTH && der[at] == 0)) {
                octets(out, level + 1);
            }
        } else {
            throw new Broken();
        }
    }

    /** @return the length of what follows, or {@link #NO_LENGTH} where its end is marked instead */
    private int enter(int tag) throws Broken {
        if (next() != tag) {
            throw new Broken();
        }
        return length();
    }

    private void skip(int tag) throws Broken {
        int length = enter(tag);
        if (length == NO_LENGTH) {
            throw new Broken();
        }
        at = within(length);
    }

    private int next() throws Broken {
        if (at >= der.length) {
            throw new Broken();
        }
        return der[at++] & 0xFF;
    }

    private int length() throws Broken {
        int first = next();
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = first & 0x7F; i > 0; i--) {
            if (length > Integer.MAX_VALUE >> 8) {
                throw new Broken();
            }
            length = length << 8 | next();
        }
        return first == 0x80 ? NO_LENGTH : length;
    }

    private int within(int length) throws Broken {
        if (length < 0 || length > der.length - at) {
            throw new Broken();
        }
        return at + length;
    }

    private byte[] bytes(int length) throws Broken {
        int end = within(length);
        byte[] bytes = Arrays.copyOfRange(der, at, end);
        at = end;
        return bytes;
    }
}
