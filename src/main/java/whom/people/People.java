package whom.people;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Keys;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** The people of the house and of those it serves, as far as the one who asks may see them. */
@Component
public class People {

    public static final int PAGE = 50;

    private static final Sql SELECT = Sql.of("""
            select p.id, p.key, p.name, p.called, p.place, coalesce((select string_agg(a.address, ', ' order by a.id) from people.address a where a.person_id = p.id and a.until = 'infinity'), '') as addresses
            from people.person p""");

    private final Rows rows;

    People(Rows rows) {
        this.rows = rows;
    }

    public record Person(long id, String key, String name, String called, String place, String addresses) {}

    /** Up to {@code limit} of them by name, after a key; {@code text} narrows by name and address. */
    @Transactional(readOnly = true)
    public List<Person> list(String text, @Nullable String after, int limit) {
        List<Sql> narrowed = new ArrayList<>(List.of(Sql.of("p.erased_at is null")));
        if (!text.isBlank()) {
            narrowed.add(Sql.of("position(lower(?) in lower(p.name)) > 0 or exists (select from people.address a where a.person_id = p.id and a.until = 'infinity' and position(lower(?) in a.address) > 0)", text.strip(), text.strip()));
        }
        if (after != null) {
            narrowed.add(Sql.of("(p.name, p.key) > (select l.name, l.key from people.person l where l.key = ?)", after));
        }
        return rows.list(SELECT.then("where").then(Sql.all(narrowed)).then("order by p.name, p.key limit ?", limit), People::read);
    }

    @Transactional(readOnly = true)
    public Person required(String key) {
        return rows.one(SELECT.then("where p.key = ?", key), People::read);
    }

    /** Adds somebody who can sign in with that address. Returns their key. */
    @Transactional
    public String add(Written written, String language) {
        String name = written.required("name");
        String address = written.maybe("address");
        if (!address.matches("[^\\s@<>\"]+@[^\\s@<>\"]+")) {
            throw new Refused("address", "people.refused.address");
        }
        Long unit = written.maybeReference(rows, "unit", "people.unit");
        String key = Keys.free(name, "person", taken -> rows.is(Sql.of("select exists (select from people.person where key = ?)", taken)));
        try {
            Written.allowed(rows.is(Sql.of("select people.add_person(?, ?, ?, ?, ?::bigint) is not null", key, name, address, language, unit)));
        } catch (DuplicateKeyException e) {
            throw new Refused("address", "people.refused.address_taken");
        }
        return key;
    }

    /** Changes how somebody is named and where they are. */
    @Transactional
    public void describe(String key, Written written) {
        Person person = required(key);
        Written.allowed(rows.is(Sql.of("select people.describe_person(?, ?, ?, ?)", person.id, written.required("name"), written.maybe("called"), written.maybe("place"))));
    }

    private static Person read(whom.kernel.Row row) throws java.sql.SQLException {
        return new Person(row.id("id"), row.text("key"), row.text("name"), row.text("called"), row.text("place"), row.text("addresses"));
    }
}
