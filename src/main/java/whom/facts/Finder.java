package whom.facts;

import java.util.List;
import org.springframework.stereotype.Component;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Finds what was meant by a typed key or name, among what the one who types may see. */
@Component
class Finder {

    private static final int LONGEST = 200;

    private final Rows rows;

    Finder(Rows rows) {
        this.rows = rows;
    }

    /** @throws Refused when nothing has that key or name, or several have that name */
    long id(String field, Referent to, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Refused(field, "facts.refused.missing");
        }
        List<Found> found = rows.list(Sql.of("select id, key from %s where key = ? or lower(%s) = lower(?) limit 5".formatted(to.table(), to.words("")), text, text),
                row -> new Found(row.id("id"), row.text("key")));
        return one(field, text, found.stream().filter(f -> f.key.equals(text)).findFirst().map(List::of).orElse(found));
    }

    /** A unit of kind project. @throws Refused when it is none */
    long project(String field, String text) {
        long unit = id(field, Referent.UNIT, text);
        if (!rows.is(Sql.of("select kind = 'project' from people.unit where id = ?", unit))) {
            throw new Refused(field, "facts.refused.project");
        }
        return unit;
    }

    /** @throws Refused when no fact has that key now */
    String factKey(String field, String table, String key) {
        if (key.isEmpty() || !rows.is(Sql.of("select exists (select from %s where key = ? and superseded_at is null)".formatted(table), key))) {
            throw new Refused(field, "facts.refused.unknown", key);
        }
        return key;
    }

    private static long one(String field, String text, List<Found> found) {
        if (found.isEmpty()) {
            throw new Refused(field, "facts.refused.unknown", text);
        }
        if (found.size() > 1) {
            throw new Refused(field, "facts.refused.several", text, String.join(", ", found.stream().map(Found::key).toList()));
        }
        return found.getFirst().id;
    }

    private record Found(long id, String key) {}
}
