package whom.kernel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Runs {@link Sql} in the transaction at hand, as its actor. */
@Component
public class Rows {

    private final JdbcTemplate jdbc;

    public Rows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public <T> List<T> list(Sql sql, Row.To<T> to) {
        return jdbc.query(sql.text(), statement -> bind(statement, sql), (values, n) -> to.read(new Row(values)));
    }

    public <T> Optional<T> first(Sql sql, Row.To<T> to) {
        return list(sql, to).stream().findFirst();
    }

    /** The one row that must be there. @throws NotFound when it is not, or may not be seen, which answers alike (P8) */
    public <T> T one(Sql sql, Row.To<T> to) {
        return first(sql, to).orElseThrow(NotFound::new);
    }

    public long number(Sql sql) {
        return one(sql, row -> row.values().getLong(1));
    }

    public boolean is(Sql sql) {
        return one(sql, row -> row.values().getBoolean(1));
    }

    /** How many rows an insert, update or delete changed. A hidden row is silent on update: look at the count. */
    public int change(Sql sql) {
        return jdbc.update(sql.text(), statement -> bind(statement, sql));
    }

    /** Calls a function whose answer does not matter. */
    public void call(Sql sql) {
        jdbc.query(sql.text(), statement -> bind(statement, sql), values -> null);
    }

    /** Row by row, never all in memory; close the stream. */
    public <T> Stream<T> stream(Sql sql, Row.To<T> to) {
        return jdbc.queryForStream(sql.text(), statement -> {
            statement.setFetchSize(500);
            bind(statement, sql);
        }, (values, n) -> to.read(new Row(values)));
    }

    private static void bind(PreparedStatement statement, Sql sql) throws SQLException {
        int at = 1;
        for (Object value : sql.parameters()) {
            bind(statement, at++, value);
        }
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.NULL);
            case Instant instant when instant.equals(Instant.MAX) -> statement.setObject(at, OffsetDateTime.MAX);
            case Instant instant when instant.equals(Instant.MIN) -> statement.setObject(at, OffsetDateTime.MIN);
            case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case Enum<?> named -> statement.setString(at, named.name().toLowerCase(java.util.Locale.ROOT));
            case java.io.InputStream bytes -> statement.setBinaryStream(at, bytes);
            case List<?> none when none.isEmpty() -> statement.setObject(at, "{}", Types.OTHER); // of whatever kind it is compared with
            case List<?> nulls when nulls.stream().allMatch(java.util.Objects::isNull) -> statement.setObject(at, "{" + "null,".repeat(nulls.size() - 1) + "null}", Types.OTHER);
            case List<?> many -> statement.setArray(at, array(statement, many));
            default -> statement.setObject(at, value);
        }
    }

    private static java.sql.Array array(PreparedStatement statement, List<?> many) throws SQLException {
        Object first = many.stream().filter(java.util.Objects::nonNull).findFirst().orElseThrow();
        return statement.getConnection().createArrayOf(first instanceof Number ? "bigint" : first instanceof Boolean ? "boolean" : "text", many.toArray());
    }
}
