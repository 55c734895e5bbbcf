package whom.tickets.raising;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.web.Choice;

/** Finding for whom and about what. */
@Component
class RaisingStore {

    record Found(long id) {}

    private static final int PEOPLE = 10;

    private final Rows rows;

    RaisingStore(Rows rows) {
        this.rows = rows;
    }

    /** By the beginning of any of their names, or of an address; whoever may not be seen is not there. */
    @Transactional(readOnly = true)
    public List<Candidate> people(String typed) {
        String clean = typed.strip();
        if (clean.length() < 2) {
            return List.of();
        }
        String begins = clean.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return rows.list(Sql.of("""
                select p.key, coalesce(nullif(p.called, ''), p.name) as said, p.name, p.place,
                       (select d.address from people.address d where d.person_id = p.id and d.until > now() order by d.confirmed_at desc nulls last limit 1) as address
                from people.person p
                where p.erased_at is null and (p.name ilike ? or p.name ilike ? or p.called ilike ? or p.key = ? or p.id in (select d.person_id from people.address d where d.address ilike ? and d.until > now()))
                order by p.name, p.id limit ?
                """, begins, "% " + begins, begins, clean, begins, PEOPLE),
                row -> new Candidate(row.text("key"), row.text("said"), about(row.text("said").equals(row.text("name")) ? "" : row.text("name"), row.text("address"), row.text("place"))));
    }

    private static String about(String... parts) {
        return String.join(", ", java.util.Arrays.stream(parts).filter(p -> !p.isEmpty()).toList());
    }

    @Transactional(readOnly = true)
    public Optional<Found> person(String key) {
        return rows.first(Sql.of("select id from people.person where key = ? and erased_at is null", key), row -> new Found(row.id("id")));
    }

    @Transactional(readOnly = true)
    public List<Choice> services(String language) {
        return rows.list(Sql.of("""
                select key, coalesce(name ->> ?, name ->> 'en', key) as name from services.service
                where retired_at is null and (id <> all ((select services.closed_off())::bigint[]) or id = any ((select services.mine())::bigint[])) order by 2, 1 limit 1000""", language),
                row -> new Choice(row.text("key"), row.text("name")));
    }

    /** By its name in any language, or its key; empty where none was named. */
    @Transactional(readOnly = true)
    public Optional<Long> service(String typed) {
        return rows.first(Sql.of("select id from services.service where retired_at is null and (key = ? or lower(name ->> 'en') = lower(?) or lower(name ->> 'de') = lower(?)) order by key = ? desc limit 1",
                typed, typed, typed, typed), row -> row.id("id"));
    }
}
