package whom.kernel;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of an answer, read by column name. {@code infinity} is read as {@link Instant#MAX}, null as null where the type allows. */
public record Row(ResultSet values) {

    public long id(String column) throws SQLException {
        return values.getLong(column);
    }

    public @Nullable Long maybeId(String column) throws SQLException {
        long value = values.getLong(column);
        return values.wasNull() ? null : value;
    }

    public int number(String column) throws SQLException {
        return values.getInt(column);
    }

    public boolean is(String column) throws SQLException {
        return values.getBoolean(column);
    }

    /** Never null: an absent text reads as "". */
    public String text(String column) throws SQLException {
        String value = values.getString(column);
        return value == null ? "" : value;
    }

    public @Nullable String maybeText(String column) throws SQLException {
        return values.getString(column);
    }

    public @Nullable Instant time(String column) throws SQLException {
        OffsetDateTime value = values.getObject(column, OffsetDateTime.class);
        if (value == null) {
            return null;
        }
        return value.equals(OffsetDateTime.MAX) ? Instant.MAX : value.equals(OffsetDateTime.MIN) ? Instant.MIN : value.toInstant();
    }

    public @Nullable LocalDate date(String column) throws SQLException {
        return values.getObject(column, LocalDate.class);
    }

    public @Nullable BigDecimal decimal(String column) throws SQLException {
        return values.getBigDecimal(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return values.getBytes(column);
    }

    public List<String> texts(String column) throws SQLException {
        var array = values.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    public List<Long> ids(String column) throws SQLException {
        var array = values.getArray(column);
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }

    /** How to make something of a row. */
    @FunctionalInterface
    public interface To<T> {
        T read(Row row) throws SQLException;
    }

}
