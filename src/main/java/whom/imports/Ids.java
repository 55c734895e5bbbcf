package whom.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The internal ids of things by their keys: taken from the sequences before anything is written, so that rows can point. */
final class Ids {

    private final Map<String, Long> ids = new HashMap<>();

    private Ids() {}

    /** One for each key, of a table whose id is an identity. */
    static Ids of(Connection connection, String table, Collection<String> keys) throws SQLException {
        return of(connection, "select nextval(pg_get_serial_sequence('" + table + "', 'id')) from generate_series(1, ?)", 1, keys);
    }

    /** From a sequence that gives blocks. */
    static Ids inBlocks(Connection connection, String sequence, int size, Collection<String> keys) throws SQLException {
        return of(connection, "select nextval('" + sequence + "') from generate_series(1, ?)", size, keys);
    }

    private static Ids of(Connection connection, String sql, int each, Collection<String> keys) throws SQLException {
        var made = new Ids();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, (keys.size() + each - 1) / each);
            try (var rows = statement.executeQuery()) {
                long next = 0;
                int left = 0;
                for (String key : keys) {
                    if (left == 0) {
                        rows.next();
                        next = rows.getLong(1);
                        left = each;
                    }
                    made.ids.put(key, next++);
                    left--;
                }
            }
        }
        return made;
    }

    /** Null for none. */
    @Nullable Long of(@Nullable String key) {
        return key == null ? null : ids.get(key);
    }
}
