package whom.people;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.vocabulary.Belonging;

/** Tells the vocabulary whose units may have words of their own. */
@Component
class UnitsForWords implements Belonging {

    private final Rows rows;

    UnitsForWords(Rows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> units(long account) {
        return rows.one(Sql.of("select people.units_above(?) as units", account), row -> row.ids("units"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Unit> unit(String key, Locale locale) {
        return rows.first(found(locale).then("where key = ?", key), UnitsForWords::unit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Unit> unit(long id, Locale locale) {
        return rows.first(found(locale).then("where id = ?", id), UnitsForWords::unit);
    }

    private static Sql found(Locale locale) {
        return Sql.of("select id, key, coalesce(name ->> ?, name ->> 'en', key) as name from people.unit", locale.getLanguage());
    }

    private static Unit unit(Row row) throws SQLException {
        return new Unit(row.id("id"), row.text("key"), row.text("name"));
    }
}
