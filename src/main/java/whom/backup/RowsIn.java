package whom.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What {@link RowsOut} wrote. */
final class RowsIn extends InputStream {

    private final DataInputStream in;
    private final RowCount count = new RowCount();
    private int left;
    private boolean ended;

    RowsIn(DataInputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (left == 0 && !ended) {
            left = in.readInt();
            ended = left == 0;
        }
        if (ended) {
            return -1;
        }
        int part = in.read(into, from, Math.min(length, left));
        if (part < 0) {
            throw Unreadable.altered(null);
        }
        left -= part;
        count.pass(into, from, part);
        return part;
    }

    Totals.Rows end(String table) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return count.of(table);
    }
}
