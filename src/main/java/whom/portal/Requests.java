package whom.portal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.PublicNumber;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.tickets.Stage;

/** One's requests as lists: those one is served by, was let in to, and raised for others. */
@Component
class Requests {

    static final int PAGE = 25;

    private final Rows rows;

    Requests(Rows rows) {
        this.rows = rows;
    }

    /** Pages go on after the last row that was shown. {@code name} is whom it is for where that is somebody else. */
    @Transactional(readOnly = true)
    public List<RequestRow> mine(@Nullable Instant before, long beforeId) {
        return rows.list(Sql.of("""
                select t.id, t.number, t.subject, t.stage, t.due_at, t.updated_at, case when t.served_id <> (select access.me()) then coalesce(nullif(p.called, ''), p.name, '') end as name
                from tickets.sight s join tickets.ticket t on t.id = s.ticket_id left join people.person p on p.id = t.served_id
                where s.key = (select access.me())""")
                .thenIf(before != null, "and (s.updated_at, s.ticket_id) < (?, ?)", before, beforeId)
                .then("order by s.updated_at desc, s.ticket_id desc limit ?", PAGE + 1),
                row -> new RequestRow(row.id("id"), row.text("number"), row.text("subject"), State.of(Stage.of(row.text("stage"))), promise(row), instant(row, "updated_at"), row.maybeText("name")));
    }

    /** How many of one's own are not solved; the start page says so. */
    @Transactional(readOnly = true)
    public long open() {
        return rows.number(Sql.of("select count(*) from (select from tickets.sight s where s.key = (select access.me()) and s.is_open limit 100) as opened"));
    }

    @Transactional(readOnly = true)
    public List<RequestRow> raisedForOthers() {
        return rows.list(Sql.of("select number, served, stage, due_at, opened_at, wrote from portal.raised_by_me()"),
                row -> new RequestRow(0, row.text("number"), Subject.of(row.text("wrote")), State.of(Stage.of(row.text("stage"))), promise(row), instant(row, "opened_at"), row.text("served")));
    }

    /** What somebody who raised it for another may know of it. */
    @Transactional(readOnly = true)
    public RequestRow raisedForOther(String number) {
        String read = PublicNumber.read(number).orElse("");
        return raisedForOthers().stream().filter(r -> r.number().equals(read)).findFirst().orElseThrow(whom.kernel.NotFound::new);
    }

    /** The team to which something about this service goes; "" when nobody sorts it yet. */
    @Transactional(readOnly = true)
    public String teamFor(@Nullable Long service, String language) {
        return rows.first(Sql.of("select coalesce(t.name ->> ?, t.name ->> 'en', '') as name from people.team t where t.id = tickets.team_for(?::bigint)", language, service), row -> row.text("name")).orElse("");
    }

    @Transactional(readOnly = true)
    public String teamName(@Nullable Long team, String language) {
        return team == null ? "" : rows.first(Sql.of("select coalesce(name ->> ?, name ->> 'en', '') as name from people.team where id = ?", language, team), row -> row.text("name")).orElse("");
    }

    @Transactional(readOnly = true)
    public String serviceName(@Nullable Long service, String language) {
        return service == null ? "" : rows.first(Sql.of("select coalesce(name ->> ?, name ->> 'en', '') as name from services.service where id = ?", language, service), row -> row.text("name")).orElse("");
    }

    /** Who raised it for the one served and still sees something of it, or null. */
    @Transactional(readOnly = true)
    public @Nullable String raiser(long conversation) {
        return rows.first(Sql.of("""
                select coalesce(nullif(p.called, ''), p.name) as name from conversations.conversation c join people.person p on p.id = c.raised_by
                where c.id = ? and c.raised_by <> c.served_id and c.objected_at is null""", conversation), row -> row.text("name")).orElse(null);
    }

    private static @Nullable Instant promise(Row row) throws java.sql.SQLException {
        Instant due = instant(row, "due_at");
        return due.equals(Instant.MAX) ? null : due;
    }

    private static Instant instant(Row row, String column) throws java.sql.SQLException {
        return Objects.requireNonNull(row.time(column));
    }
}
