package whom.conversations;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Whom an agent can name to take part: people by name or address, and teams. */
@Component
class Participants {

    private final Rows rows;
    private final ReaderStore people;

    Participants(Rows rows, ReaderStore people) {
        this.rows = rows;
        this.people = people;
    }

    record Team(long id, String name) {}

    @Transactional(readOnly = true)
    List<whom.web.Choice> teams() {
        return rows.list(Sql.of("select id, coalesce(name ->> (select language from access.account where id = access.me()), name ->> 'en', key) as name from people.team where closed_at is null order by 2"),
                row -> new whom.web.Choice(Long.toString(row.id("id")), row.text("name"), null));
    }

    /** @param with names or addresses, one a line or with commas between. @throws Refused when one is nobody, or several */
    @Transactional(readOnly = true)
    public List<Long> keys(String with, List<Long> teams) {
        List<Long> keys = new ArrayList<>(teams.stream().map(id -> -id).toList());
        for (String typed : with.split("[,;\\n]")) {
            if (!typed.isBlank()) {
                keys.add(person(typed.strip()).id());
            }
        }
        return keys;
    }

    /** @throws Refused when it is nobody, or several */
    Person person(String typed) {
        List<Person> found = people.colleagues(typed);
        List<Person> exact = found.stream().filter(p -> p.name().equalsIgnoreCase(typed)).toList();
        if (found.size() != 1 && exact.size() != 1) {
            throw new Refused("with", found.isEmpty() ? "conversations.person.none" : "conversations.person.several", typed);
        }
        return exact.size() == 1 ? exact.getFirst() : found.getFirst();
    }
}
