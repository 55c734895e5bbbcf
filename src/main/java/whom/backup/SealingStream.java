package whom.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.function.UnaryOperator;

/** Seals what is written, piece by piece. Only {@link #finish} makes it whole, so that what breaks off is never taken for it. */
final class SealingStream extends OutputStream {

    private final OutputStream out;
    private final Seal seal;
    private final byte[] piece = new byte[Seal.PIECE];
    private int filled;

    SealingStream(OutputStream out, UnaryOperator<byte[]> keys) throws IOException, GeneralSecurityException {
        byte[] head = Seal.freshHead();
        this.out = out;
        this.seal = new Seal(keys, head);
        out.write(head);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        for (int left = length; left > 0; ) {
            if (filled == piece.length) {
                seal(false);
            }
            int part = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, at, piece, filled, part);
            filled += part;
            at += part;
            left -= part;
        }
    }

    void finish() throws IOException {
        seal(true);
        out.flush();
    }

    private void seal(boolean last) throws IOException {
        try {
            out.write(seal.close(piece, filled, last));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
