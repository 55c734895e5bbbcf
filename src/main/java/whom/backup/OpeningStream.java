package whom.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.crypto.AEADBadTagException;

/** Reads what {@link SealingStream} wrote; hands out nothing that is not sound. */
final class OpeningStream extends InputStream {

    private final InputStream in;
    private final Seal seal;
    private byte[] ahead;
    private byte[] piece = new byte[0];
    private int at;
    private boolean first = true;

    OpeningStream(InputStream in, UnaryOperator<byte[]> keys) throws IOException, GeneralSecurityException {
        byte[] head = in.readNBytes(Seal.HEAD);
        if (head.length < Seal.HEAD || !Arrays.equals(head, 0, Seal.NAME.length, Seal.NAME, 0, Seal.NAME.length)) {
            throw new Unreadable("This file is no backup of Whom, or of a newer form than this Whom knows.");
        }
        this.in = in;
        this.seal = new Seal(keys, head);
        this.ahead = sealedPiece();
        if (ahead.length == 0) {
            throw Unreadable.altered(null);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (at == piece.length) {
            if (ahead.length == 0) {
                return -1;
            }
            open();
        }
        int part = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, from, part);
        at += part;
        return part;
    }

    private void open() throws IOException {
        byte[] sealed = ahead;
        ahead = sealedPiece();
        try {
            piece = seal.open(sealed, ahead.length == 0);
            at = 0;
            first = false;
        } catch (AEADBadTagException e) {
            throw first ? new Unreadable("The passphrase is not the one that this backup was made with, or the file was altered. Nothing was changed.", e) : Unreadable.altered(e);
        } catch (GeneralSecurityException e) {
            throw Unreadable.altered(e);
        }
    }

    private byte[] sealedPiece() throws IOException {
        return in.readNBytes(Seal.PIECE + Seal.TAG);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
