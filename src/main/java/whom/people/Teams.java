package whom.people;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Keys;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Who works together and reads together. Whoever joins reads what the team had before a day later, or when a second person agrees (P2). */
@Component
public class Teams {

    private final Rows rows;

    Teams(Rows rows) {
        this.rows = rows;
    }

    public record Team(long id, String key, String name, boolean desk, int members) {}

    /** {@code wholeFrom}: from when they read what the team had before they joined; null when they do already. */
    public record Member(String key, String name, Instant since, @Nullable Instant until, @Nullable Instant wholeFrom, boolean agreeable) {}

    @Transactional(readOnly = true)
    public List<Team> list(String language) {
        return rows.list(select(language).then("where t.closed_at is null order by t.desk desc, 3, t.key limit 1000"), Teams::read);
    }

    @Transactional(readOnly = true)
    public Team required(String key, String language) {
        return rows.one(select(language).then("where t.key = ?", key), Teams::read);
    }

    /** Who is in it now, then who was. */
    @Transactional(readOnly = true)
    public List<Member> members(long team) {
        return rows.list(Sql.of("""
                select p.key, p.name, m.since, nullif(m.until, 'infinity') as until,
                  case when m.until > now() and m.agreed_at is null and m.recorded_at + interval '1 day' > now() then m.recorded_at + interval '1 day' end as whole_from,
                  m.agreed_at is null and m.recorded_at + interval '1 day' > now() and m.until > now() and m.person_id <> access.me() and m.recorded_by is distinct from access.me()
                    and -m.team_id = any (access.keys()) and not -m.team_id = any (access.young_keys()) as agreeable
                from people.team_member m join people.person p on p.id = m.person_id
                where m.team_id = ? order by m.until > now() desc, p.name, m.since desc limit 500
                """, team), row -> new Member(row.text("key"), row.text("name"), Objects.requireNonNull(row.time("since")), row.time("until"), row.time("whole_from"), row.is("agreeable")));
    }

    /** The teams that somebody is in now. */
    @Transactional(readOnly = true)
    public List<Team> of(long person, String language) {
        return rows.list(select(language).then("where t.id in (select m.team_id from people.team_member m where m.person_id = ? and m.since <= now() and m.until > now()) order by 3", person), Teams::read);
    }

    @Transactional
    public String add(Written written) {
        Sql name = written.name();
        String key = Keys.free(written.required("en"), "team", taken -> rows.is(Sql.of("select exists (select from people.team where key = ?)", taken)));
        Written.allowed(rows.is(Sql.of("select people.add_team(?,", key).then(name).then(") is not null")));
        return key;
    }

    /** @throws Refused when they are in it already */
    @Transactional
    public void join(String team, Written written) {
        long person = written.person(rows, "person");
        try {
            Written.allowed(rows.is(Sql.of("select people.join_team(?, ?)", required(team, "en").id, person)));
        } catch (DataIntegrityViolationException e) {
            throw new Refused("person", "people.refused.member");
        }
    }

    @Transactional
    public void leave(String team, String person) {
        Written.allowed(rows.is(Sql.of("select people.leave_team(?, ?)", required(team, "en").id, id(person))));
    }

    /** A second person of the team lets somebody read what the team had before. */
    @Transactional
    public void agree(String team, String person) {
        Written.allowed(rows.is(Sql.of("select people.agree_to_member(?, ?)", required(team, "en").id, id(person))));
    }

    private long id(String person) {
        return rows.first(Sql.of("select id from people.person where key = ?", person), row -> row.id("id")).orElseThrow(NotFound::new);
    }

    private static Sql select(String language) {
        return Sql.of("""
                select t.id, t.key, coalesce(t.name ->> ?, t.name ->> 'en', t.key) as name, t.desk,
                  (select count(*) from people.team_member m where m.team_id = t.id and m.since <= now() and m.until > now()) as members from people.team t""", language);
    }

    private static Team read(Row row) throws java.sql.SQLException {
        return new Team(row.id("id"), row.text("key"), row.text("name"), row.is("desk"), row.number("members"));
    }
}
