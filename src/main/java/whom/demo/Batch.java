package whom.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Many rows of one table, sent by the thousand. */
final class Batch implements AutoCloseable {

    private static final int SIZE = 1_000;

    private final PreparedStatement statement;
    private int waiting;

    /** @param columns names with commas between; a name with a cast ("name::jsonb") is cast */
    Batch(Connection connection, String table, String columns) throws SQLException {
        String[] names = columns.split(", ");
        var values = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            int cast = names[i].indexOf("::");
            values.append(i == 0 ? "" : ", ").append('?').append(cast < 0 ? "" : names[i].substring(cast));
            names[i] = cast < 0 ? names[i] : names[i].substring(0, cast);
        }
        statement = connection.prepareStatement("insert into " + table + " (" + String.join(", ", names) + ") values (" + values + ")");
    }

    void add(@Nullable Object... row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
        }
        statement.addBatch();
        if (++waiting == SIZE) {
            send();
        }
    }

    private void send() throws SQLException {
        statement.executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        if (waiting > 0) {
            send();
        }
        statement.close();
    }
}
