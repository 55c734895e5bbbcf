package whom.tickets;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.access.Actor;
import whom.kernel.Changed;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.web.Choice;

/** Every statement about one ticket. Who may is decided by the policies and functions of the database. */
@Component
class TicketStore {

    private static final List<String> CHANGING = List.of("ticket.assigned", "ticket.unassigned", "ticket.passed_on", "ticket.team_asked_in", "ticket.opened", "ticket.reopened",
            "ticket.waiting", "ticket.solved", "ticket.closed", "ticket.prioritised", "ticket.renamed", "ticket.service_changed", "ticket.merged", "ticket.unmerged");

    private final Rows rows;

    TicketStore(Rows rows) {
        this.rows = rows;
    }

    Optional<Ticket> find(String number) {
        return rows.first(Sql.of("""
                select t.*, conversations.my_right(t.id) as my_right, conversations.is_my_work(t.id) as mine
                from tickets.ticket t where t.number = ?
                """, number), TicketStore::ticket);
    }

    /** The first message's id; nothing when this actor may not raise it. */
    Optional<Long> raise(long id, String number, RaiseTicket raise) {
        return rows.first(Sql.of("select tickets.raise(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as message",
                id, number, raise.kind(), raise.served(), raise.service(), raise.offering(), raise.subject(), raise.text(),
                raise.priority().impact(), raise.priority().urgency(), raise.priority().rank(), raise.channel(), raise.language()),
                row -> Optional.ofNullable(row.maybeId("message"))).orElseThrow();
    }

    /** Whoever sends twice at once waits for themselves. */
    Optional<Raised> justRaised(RaiseTicket raise) {
        rows.call(Sql.of("select pg_advisory_xact_lock(hashtextextended(?, access.me()))", raise.served() + " " + raise.subject()));
        return rows.first(Sql.of("""
                select t.id, t.number, m.id as message from tickets.ticket t join conversations.message m on m.conversation_id = t.id
                where t.raised_by = access.me() and t.opened_at > now() - interval '30 seconds' and t.served_id = ? and t.subject = ? and m.author_id = access.me() and m.text = ?
                """, raise.served(), raise.subject(), raise.text()), row -> new Raised(row.id("id"), row.text("number"), row.id("message")));
    }

    /** @throws Changed when somebody was faster */
    void change(Ticket ticket, String columns, Object... values) {
        int changed = rows.change(Sql.of("update tickets.ticket set updated_at = now(), version = version + 1,").then(Sql.of(columns, values))
                .then("where id = ? and version = ?", ticket.id(), ticket.version()));
        if (changed == 0) {
            throw new Changed();
        }
    }

    void move(Ticket ticket, StageChange change) {
        change(ticket, """
                stage = ?, stage_since = now(), stage_until = ?, stage_reason = ?,
                solved_at = case when ? in ('solved', 'closed') then coalesce(solved_at, now()) end, closed_at = case when ? = 'closed' then now() end
                """, change.to(), change.until(), change.reason(), change.to(), change.to());
    }

    void putOn(Ticket ticket, long team, String why, String reason) {
        String answer = rows.one(Sql.of("select tickets.put_on(?, ?, ?, ?, ?) as answer", ticket.id(), ticket.version(), team, why, reason), row -> row.text("answer"));
        switch (answer) {
            case "done" -> {}
            case "changed" -> throw new Changed();
            case "no_such_team" -> throw new Refused("team", "tickets.team.unknown");
            case "already" -> throw new Refused("team", "tickets.team.already");
            default -> throw new NotFound();
        }
    }

    boolean canWork(Ticket ticket, long person) {
        return rows.is(Sql.of("select tickets.can_work(?, ?)", ticket.id(), person));
    }

    Optional<Long> person(String key) {
        return rows.first(Sql.of("select id from people.person where key = ?", key), row -> row.id("id"));
    }

    Optional<Long> team(String key) {
        return rows.first(Sql.of("select id from people.team where key = ? and closed_at is null", key), row -> row.id("id"));
    }

    Optional<Long> service(String key) {
        return rows.first(Sql.of("select id from services.service where key = ? and retired_at is null", key), row -> row.id("id"));
    }

    List<Choice> people(Ticket ticket) {
        return choices(Sql.of("select distinct key, name from tickets.who_can_work(?) order by name, key", ticket.id()));
    }

    List<Choice> teams(String language) {
        return choices(Sql.of("select key, coalesce(name ->> ?, name ->> 'en', key) as name from people.team where closed_at is null order by 2, 1 limit 1000", language));
    }

    List<Choice> services(String language) {
        return choices(Sql.of("""
                select key, coalesce(name ->> ?, name ->> 'en', key) as name from services.service
                where retired_at is null and (id <> all ((select services.closed_off())::bigint[]) or id = any ((select services.mine())::bigint[])) order by 2, 1 limit 2000""", language));
    }

    @Nullable String personKey(long id) {
        return rows.first(Sql.of("select key from people.person where id = ?", id), row -> row.text("key")).orElse(null);
    }

    @Nullable String serviceKey(long id) {
        return rows.first(Sql.of("select key from services.service where id = ?", id), row -> row.text("key")).orElse(null);
    }

    private List<Choice> choices(Sql sql) {
        return rows.list(sql, row -> new Choice(row.text("key"), row.text("name")));
    }

    void link(long from, long to, String kind) {
        rows.change(Sql.of("insert into tickets.link (from_id, to_id, kind, linked_by) values (?, ?, ?, ?) on conflict (from_id, to_id) do nothing", from, to, kind, Actor.id()));
    }

    boolean unlink(long one, long other, String kind) {
        return rows.change(Sql.of("delete from tickets.link where kind = ? and (from_id = ? and to_id = ? or from_id = ? and to_id = ?)", kind, one, other, other, one)) > 0;
    }

    boolean merged(long from) {
        return rows.is(Sql.of("select exists (select from tickets.link where from_id = ? and kind = 'merged')", from));
    }

    List<LinkedTicket> links(Ticket ticket) {
        return rows.list(Sql.of("""
                select t.number, case when l.kind = 'related' then 'related' when l.from_id = ? then 'merged_into' else 'merged_from' end as how
                from tickets.link l cross join lateral (select k.number from tickets.ticket k where k.id = case when l.from_id = ? then l.to_id else l.from_id end offset 0) t
                where l.from_id = ? or l.to_id = ? order by l.linked_at, t.number limit 200
                """, ticket.id(), ticket.id(), ticket.id(), ticket.id()), row -> new LinkedTicket(row.text("number"), row.text("how")));
    }

    /** Each change makes a version and an event; links make none. */
    List<Change> changes(Ticket ticket, int latest) {
        return rows.list(Sql.of("""
                select e.at, e.verb, p.key from log.event e left join people.person p on p.id = e.account_id
                where e.subject = 'ticket' and e.subject_id = ? and e.verb = any (?) order by e.at desc, e.id desc limit ?
                """, ticket.id(), CHANGING, latest), row -> new Change(time(row, "at"), row.maybeText("key"), row.text("verb")));
    }

    /** Data are ids, codes, numbers and instants, never words or names (D9). Written as a JSON object by the database. */
    void log(Ticket ticket, String verb, Object... data) {
        var pairs = new StringBuilder("jsonb_build_object(");
        for (int i = 0; i < data.length; i++) {
            pairs.append(i == 0 ? "?" : ", ?").append(data[i] instanceof Long ? "::bigint" : data[i] instanceof Integer ? "::int" : data[i] instanceof Instant ? "::timestamptz" : "::text");
        }
        rows.change(Sql.of("insert into log.event (account_id, verb, subject, subject_id, data) values (?, ?, 'ticket', ?,", Actor.id(), verb, ticket.id())
                .then(Sql.of(pairs + ")", data)).then(")"));
    }

    static Ticket ticket(Row row) throws SQLException {
        return new Ticket(row.id("id"), row.text("number"), row.text("kind"), row.id("served_id"), row.maybeId("raised_by"), row.maybeId("service_id"), row.maybeId("offering_id"),
                row.text("subject"), Stage.of(row.text("stage")), time(row, "stage_since"), row.time("stage_until"), row.text("stage_reason"),
                new Priority(row.number("impact"), row.number("urgency")), row.maybeId("team_id"), row.maybeId("assignee_id"), row.text("channel"), row.text("language"),
                time(row, "opened_at"), row.time("answered_at"), row.time("solved_at"), row.time("closed_at"), time(row, "due_at"), time(row, "updated_at"),
                row.number("version"), right(row));
    }

    /** Whoever both works on a ticket and has another right to it, works on it. */
    private static String right(Row row) throws SQLException {
        String right = row.text("my_right");
        return row.is("mine") && !right.equals("desk") ? "team" : right;
    }

    private static Instant time(Row row, String column) throws SQLException {
        return requireNonNull(row.time(column), column);
    }
}
