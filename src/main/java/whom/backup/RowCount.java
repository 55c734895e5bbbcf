package whom.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts the rows that pass, one a line as {@code COPY} writes them, and keeps their sum. */
final class RowCount {

    private final MessageDigest digest;
    private long lines;

    RowCount() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void pass(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
    }

    /** Call once. */
    Totals.Rows of(String table) {
        return new Totals.Rows(table, lines, HexFormat.of().formatHex(digest.digest()));
    }
}
