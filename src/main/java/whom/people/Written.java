package whom.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import whom.access.NotAllowed;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** What was written into a form or sent as JSON, and is sound. */
public record Written(Map<String, String> texts) {

    private static final int LONGEST = 100;

    public String maybe(String field) {
        return maybe(field, LONGEST);
    }

    /** At most so long, without control characters; "" when nothing was written. */
    public String maybe(String field, int longest) {
        String value = texts.get(field);
        String text = value == null ? "" : value.strip();
        if (text.length() > longest || text.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\r')) {
            throw new Refused(field, "people.refused.text", longest);
        }
        return text;
    }

    public String required(String field) {
        String text = maybe(field);
        if (text.isEmpty()) {
            throw new Refused(field, "people.refused.text", LONGEST);
        }
        return text;
    }

    public boolean says(String field) {
        return maybe(field).equals("true");
    }

    /** Names in the languages of the house; English must be there. As SQL. */
    public Sql name() {
        return Sql.of("jsonb_strip_nulls(jsonb_build_object('en', ?::text, 'de', nullif(?::text, '')))", required("en"), maybe("de"));
    }

    public String choice(String field, java.util.List<String> choices) {
        String text = maybe(field);
        if (!choices.contains(text)) {
            throw new Refused(field, "people.refused.choice", String.join(", ", choices));
        }
        return text;
    }

    /** What is named here by key or name; null when nothing is. {@code table} has a key and a name as JSON. @throws Refused when there is none, or several */
    public @Nullable Long maybeReference(Rows rows, String field, String table) {
        String text = maybe(field);
        return text.isEmpty() ? null : only(rows, field, text, Sql.of("select id, key = ? as exact from %s where key = ? or lower(name ->> 'en') = lower(?) or lower(name ->> 'de') = lower(?) order by 2 desc limit 2".formatted(table), text, text, text, text));
    }

    public long reference(Rows rows, String field, String table) {
        Long found = maybeReference(rows, field, table);
        if (found == null) {
            throw new Refused(field, "people.refused.missing");
        }
        return found;
    }

    /** A person, by key, name or address. */
    public long person(Rows rows, String field) {
        String text = maybe(field);
        if (text.isEmpty()) {
            throw new Refused(field, "people.refused.missing");
        }
        return only(rows, field, text, Sql.of("""
                select p.id, p.key = ? as exact from people.person p where p.key = ? or lower(p.name) = lower(?)
                or exists (select from people.address a where a.person_id = p.id and a.address = lower(?) and a.until = 'infinity') order by 2 desc limit 2""", text, text, text, text));
    }

    private static long only(Rows rows, String field, String text, Sql sql) {
        record Found(long id, boolean exact) {}
        var found = rows.list(sql, row -> new Found(row.id("id"), row.is("exact")));
        if (found.isEmpty()) {
            throw new Refused(field, "people.refused.unknown", text);
        }
        if (found.size() > 1 && !found.getFirst().exact) {
            throw new Refused(field, "people.refused.several", text);
        }
        return found.getFirst().id;
    }

    /** The database has the last word on who may. */
    public static void allowed(boolean done) {
        if (!done) {
            throw new NotAllowed();
        }
    }
}
