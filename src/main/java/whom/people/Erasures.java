package whom.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Actor;
import whom.access.Erasing;
import whom.access.NotAllowed;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * Erasing a person (D9), by whoever protects data here: one transaction through all modules, so that there is no half of it. What
 * remains are facts, figures and events under an id that names nobody.
 */
@Component
public class Erasures {

    /** Every message is looked through. */
    private static final int MILLISECONDS = 600_000;

    private final Rows rows;
    private final List<Erasing> modules;

    Erasures(Rows rows, List<Erasing> modules) {
        this.rows = rows;
        this.modules = List.copyOf(modules);
    }

    /** @throws NotFound also for whom was erased already */
    @Transactional
    public void erase(String key) {
        record Known(long id, String name, String called, String phone, List<String> addresses) {}
        Known known = rows.one(Sql.of("""
                select p.id, p.name, p.called, p.phone, array(select a.address from people.address a where a.person_id = p.id) as addresses
                from people.person p where p.key = ? and p.erased_at is null
                """, key), row -> new Known(row.id("id"), row.text("name"), row.text("called"), row.text("phone"), row.texts("addresses")));
        if (known.id == Actor.id()) {
            throw new Refused("", "people.erase.self");
        }
        List<String> words = new ArrayList<>(known.addresses);
        words.addAll(List.of(known.name, known.phone));
        if (known.called.strip().contains(" ")) {
            words.add(known.called); // a first name alone is many people's
        }
        words.removeIf(String::isBlank);
        var gone = new Erasing.Gone(known.id, key, "erased-" + UUID.randomUUID(), words);
        rows.call(Sql.of("select set_config('statement_timeout', ?, true)", Integer.toString(MILLISECONDS)));
        modules.forEach(module -> module.erase(gone));
        allowed(rows.is(Sql.of("select access.erase_person(?, ?, ?)", gone.id(), gone.key(), words)));
        allowed(rows.is(Sql.of("select people.erase_person(?, ?, ?, ?)", gone.id(), gone.key(), words, gone.keys())));
    }

    private static void allowed(boolean done) {
        if (!done) {
            throw new NotAllowed();
        }
    }
}
