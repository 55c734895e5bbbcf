package whom.database;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows into one table by {@code COPY}: the fastest way in. One at a time on a connection; closed, its rows are there. */
public final class TableCopy implements AutoCloseable {

    private static final int FULL = 1 << 16;

    private final CopyIn copy;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(FULL + 1024);

    public TableCopy(Connection connection, String table, String columns) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " (" + columns + ") from stdin");
    }

    /** Texts, numbers, booleans, dates and null. */
    public void row(@Nullable Object... values) throws SQLException {
        var line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : escaped(values[i].toString()));
        }
        waiting.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        if (waiting.size() >= FULL) {
            flush();
        }
    }

    /** A date as the instant of its midnight; none is the end of time. */
    public static String midnight(@Nullable LocalDate date, ZoneId zone) {
        return date == null ? "infinity" : date.atStartOfDay(zone).toOffsetDateTime().toString();
    }

    private static String escaped(String text) {
        return text.indexOf('\\') < 0 && text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\0') < 0 ? text
                : text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r").replace("\0", "");
    }

    private void flush() throws SQLException {
        byte[] bytes = waiting.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        waiting.reset();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            flush();
            copy.endCopy();
        }
    }
}
