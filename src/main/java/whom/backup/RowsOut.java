package whom.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The rows of one table, in blocks that say their length; none ends them. */
final class RowsOut extends OutputStream {

    private static final int BLOCK = 64 * 1024;

    private final DataOutputStream out;
    private final RowCount count = new RowCount();
    private final byte[] block = new byte[BLOCK];
    private int filled;

    RowsOut(DataOutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        for (int left = length; left > 0; ) {
            int part = Math.min(left, BLOCK - filled);
            System.arraycopy(bytes, at, block, filled, part);
            filled += part;
            at += part;
            left -= part;
            if (filled == BLOCK) {
                flushBlock();
            }
        }
    }

    Totals.Rows end(String table) throws IOException {
        if (filled > 0) {
            flushBlock();
        }
        out.writeInt(0);
        return count.of(table);
    }

    private void flushBlock() throws IOException {
        count.pass(block, 0, filled);
        out.writeInt(filled);
        out.write(block, 0, filled);
        filled = 0;
    }
}
