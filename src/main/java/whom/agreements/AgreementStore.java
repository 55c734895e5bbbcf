package whom.agreements;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.people.Written;

/** Every statement about agreements and their terms. */
@Component
class AgreementStore {

    private final Rows rows;

    AgreementStore(Rows rows) {
        this.rows = rows;
    }

    List<Agreement> list(String language) {
        return rows.list(select(language).then("order by array_position(array['customer', 'team', 'supplier'], a.kind), service nulls first, unit nulls first, team, a.key limit 1000"), AgreementStore::agreement);
    }

    Optional<Agreement> find(String key, String language) {
        return rows.first(select(language).then("where a.key = ?", key), AgreementStore::agreement);
    }

    private static Sql select(String language) {
        return Sql.of("""
                select a.id, a.key, a.kind, coalesce(a.name ->> ?, a.name ->> 'en', a.key) as name, coalesce(s.name ->> ?, s.name ->> 'en', s.key) as service, s.key as service_key,
                  coalesce(u.name ->> ?, u.name ->> 'en', u.key) as unit, u.key as unit_key, coalesce(team.name ->> ?, team.name ->> 'en') as team, team.key as team_key,
                  coalesce(asker.name ->> ?, asker.name ->> 'en') as asker, coalesce(supplier.name ->> ?, supplier.name ->> 'en') as supplier, (select min(v.valid_from) from agreements.version v where v.agreement_id = a.id) as since,
                  agreements.is_signed(a.id) as signed
                from agreements.agreement a left join services.service s on s.id = a.service_id left join people.unit u on u.id = a.scope_unit_id
                  left join people.team team on team.id = a.team_id left join people.team asker on asker.id = a.asker_id left join people.unit supplier on supplier.id = a.supplier_id
                """, language, language, language, language, language, language);
    }

    private static Agreement agreement(Row row) throws SQLException {
        return new Agreement(row.id("id"), row.text("key"), row.text("kind"), row.text("name"), row.text("service"), row.text("service_key"), row.text("unit"), row.text("unit_key"),
                row.text("team"), row.text("team_key"), row.text("asker"), row.text("supplier"), row.date("since"), row.is("signed"));
    }

    /** The newest first. */
    List<AgreementVersion> versions(long agreement, String language) {
        record Of<T>(long version, T what) {}
        List<Of<AgreementVersion.Line>> targets = rows.list(Sql.of("""
                select t.*, coalesce(o.name ->> ?, o.name ->> 'en', o.key) as offering from agreements.target t join agreements.version v on v.id = t.version_id left join services.offering o on o.id = t.offering_id
                where v.agreement_id = ? order by case t.clock when 'first_response' then 1 when 'next_response' then 2 when 'regular_update' then 3 else 4 end, t.priority nulls last, t.kind nulls last, t.id
                """, language, agreement), row -> new Of<>(row.id("version_id"), new AgreementVersion.Line(row.text("key"), row.text("clock"), row.number("minutes"), row.number("days"), row.is("end_of_day"),
                row.text("hours"), row.number("priority"), row.text("kind"), row.text("offering"), row.text("function"))));
        List<Of<AgreementVersion.Warn>> levels = rows.list(Sql.of("""
                select l.* from agreements.level l join agreements.version v on v.id = l.version_id where v.agreement_id = ? order by l.clock nulls first, l.minutes, l.id
                """, agreement), row -> new Of<>(row.id("version_id"), new AgreementVersion.Warn(row.text("key"), row.text("clock"), row.number("minutes"), row.text("whom"), row.text("channel"))));
        return rows.list(Sql.of("""
                select v.*, coalesce(c.name ->> ?, c.name ->> 'en', c.key) as calendar, c.key as calendar_key from agreements.version v join calendars.calendar c on c.id = v.calendar_id
                where v.agreement_id = ? order by v.valid_from desc limit 100
                """, language, agreement), row -> {
            long id = row.id("id");
            return new AgreementVersion(id, row.text("key"), requireNonNull(row.date("valid_from")), row.text("calendar"), row.text("calendar_key"), row.text("waiting"), row.text("answers_from"), row.text("changes"), row.text("reason"),
                    targets.stream().filter(t -> t.version == id).map(Of::what).toList(), levels.stream().filter(l -> l.version == id).map(Of::what).toList());
        });
    }

    List<Published> exceptions(long agreement, String language) {
        return rows.list(Sql.of("""
                select e.*, coalesce(u.name ->> ?, u.name ->> 'en', u.key) as unit from agreements.exception e join people.unit u on u.id = e.unit_id where e.agreement_id = ? order by e.from_day desc, e.id limit 200
                """, language, agreement), row -> new Published(row.text("key"), row.text("function"), row.text("unit"), row.text("reason"), row.text("grantor"), requireNonNull(row.date("from_day")), requireNonNull(row.date("until_day"))));
    }

    List<PublishedException> published(long agreement) {
        return exceptions(agreement, "en").stream().map(e -> new PublishedException(e.function(), e.reason(), e.grantor(), e.from(), e.until())).toList();
    }

    List<Agreements.Unpromised> unpromised(String language) {
        return rows.list(Sql.of("select coalesce(service ->> ?, service ->> 'en') as service, service_key, coalesce(unit ->> ?, unit ->> 'en') as unit, unit_key from agreements.unpromised()", language, language),
                row -> new Agreements.Unpromised(row.text("service"), row.text("service_key"), row.text("unit"), row.text("unit_key")));
    }

    List<Attained> attainment(long agreement, LocalDate from) {
        return rows.list(Sql.of("select * from agreements.attainment(?, ?)", agreement, from), row -> new Attained(requireNonNull(row.date("month")), row.text("clock"), row.number("tickets"), row.number("met"),
                row.number("met_plain"), Duration.ofSeconds(row.id("paused")), row.number("unasked"), row.is("withheld")));
    }

    List<Missed> missed(long agreement, LocalDate month, String language) {
        return rows.list(Sql.of("""
                select t.number, t.subject, o.clock, o.at, o.due_at, o.done, t.priority, t.answered_at is null as unanswered, exists (select from tickets.on_ticket p where p.ticket_id = t.id and p.why = 'passed_on') as passed_on,
                  (select coalesce(c.name ->> ?, c.name ->> 'en') from agreements.outcome b join agreements.version w on w.id = b.version_id join agreements.agreement c on c.id = w.agreement_id
                   where b.ticket_id = o.ticket_id and b.behind and b.late and not o.behind order by b.at limit 1) as behind, conversations.is_my_work(t.id) as worked_on
                from agreements.version v join agreements.outcome o on o.version_id = v.id and o.late and o.at >= ?::date and o.at < ?::date join tickets.ticket t on t.id = o.ticket_id
                where v.agreement_id = ? order by o.at desc limit 200
                """, language, month, month.plusMonths(1), agreement), row -> new Missed(row.text("number"), row.text("subject"), row.text("clock"), requireNonNull(row.time("at")), row.time("due_at"), row.is("done"), row.number("priority"),
                row.is("passed_on"), row.is("unanswered"), row.text("behind"), row.is("worked_on")));
    }

    boolean taken(String key) {
        return rows.is(Sql.of("select exists (select from agreements.agreement where key = ?)", key));
    }

    long service(Written written) {
        return written.reference(rows, "service", "services.service");
    }

    @Nullable Long unit(Written written) {
        return written.maybeReference(rows, "unit", "people.unit");
    }

    long requiredUnit(Written written) {
        return written.reference(rows, "unit", "people.unit");
    }

    long calendar(Written written) {
        return written.reference(rows, "calendar", "calendars.calendar");
    }

    @Nullable Long offering(Written written) {
        return written.maybeReference(rows, "offering", "services.offering");
    }

    @Nullable Long maybeService(Written written) {
        return written.maybeReference(rows, "service", "services.service");
    }

    long team(Written written) {
        return written.reference(rows, "team", "people.team");
    }

    @Nullable Long asker(Written written) {
        return written.maybeReference(rows, "asker", "people.team");
    }

    long supplier(Written written) {
        return written.reference(rows, "supplier", "people.unit");
    }

    boolean add(String key, Sql name, Agreements.Between between) {
        return rows.is(Sql.of("select agreements.add(?,", key).then(name).then(", ?, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::bigint) is not null",
                between.kind(), between.service(), between.unit(), between.team(), between.asker(), between.supplier()));
    }

    boolean plan(long agreement, LocalDate from, long calendar, String waiting, String answers, String changes, String reason) {
        return rows.is(Sql.of("select agreements.plan(?, ?, ?, ?, ?, ?, ?)", agreement, from, calendar, waiting, answers, changes, reason));
    }

    boolean drop(long version) {
        return rows.is(Sql.of("select agreements.drop_version(?)", version));
    }

    boolean addTarget(long version, String clock, Term term, String hours, int priority, String kind, @Nullable Long offering, String function) {
        return rows.is(Sql.of("select agreements.add_target(?, ?, nullif(?, 0), nullif(?, 0), ?, ?, nullif(?, 0), nullif(?, ''), ?::bigint, nullif(?, ''))",
                version, clock, term.minutes(), term.days(), term.endOfDay(), hours, priority, kind, offering, function));
    }

    boolean dropTarget(String key) {
        return rows.is(Sql.of("select agreements.drop_target(?)", key));
    }

    boolean addLevel(long version, String clock, int minutes, String whom, String channel) {
        return rows.is(Sql.of("select agreements.add_level(?, nullif(?, ''), ?, ?, ?)", version, clock, minutes, whom, channel));
    }

    boolean dropLevel(String key) {
        return rows.is(Sql.of("select agreements.drop_level(?)", key));
    }

    boolean publish(long agreement, long unit, PublishedException exception) {
        return rows.is(Sql.of("select agreements.publish(?, ?, ?, ?, ?, ?, ?)", agreement, exception.function(), unit, exception.reason(), exception.grantor(), exception.from(), exception.until()));
    }

    boolean endException(String key) {
        return rows.is(Sql.of("select agreements.end_exception(?)", key));
    }
}
