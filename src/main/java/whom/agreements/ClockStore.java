package whom.agreements;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.agreements.AgreedTerms.Level;
import whom.agreements.AgreedTerms.Whom;
import whom.agreements.ClockRules.NextResponseRuns;
import whom.agreements.ClockRules.Starts;
import whom.agreements.ClockRules.Waiting;
import whom.agreements.TargetRule.When;
import whom.agreements.TargetRule.Whose;
import whom.agreements.TicketEvent.Message;
import whom.agreements.TicketEvent.Side;
import whom.agreements.TicketEvent.StateChanged;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.tickets.RaiseTicket;

/** Every statement about the clocks of tickets. */
@Component
class ClockStore {

    private final Rows rows;

    ClockStore(Rows rows) {
        this.rows = rows;
    }

    /** Nothing for whom it does not concern. */
    Optional<Situation> situation(long ticket) {
        return rows.first(Sql.of("select * from agreements.situation(?)", ticket), ClockStore::situation);
    }

    /** Of a ticket that this transaction touched, and only then. */
    Optional<Situation> touched(long ticket) {
        return rows.first(Sql.of("select * from agreements.situation(case when agreements.touched(?) then ?::bigint end)", ticket, ticket), ClockStore::situation);
    }

    Optional<Situation> prospect(RaiseTicket raise) {
        return rows.first(Sql.of("select * from agreements.prospect(?, ?::bigint, ?::bigint, ?, ?)", raise.served(), raise.service(), raise.offering(), raise.kind(), raise.priority().rank()), ClockStore::situation);
    }

    void foresee(Instant due) {
        rows.call(Sql.of("select set_config('whom.foreseen', ?::timestamptz::text, true)", due));
    }

    Sql covering(long ticket) {
        return Sql.of("select * from agreements.covering(?)", ticket);
    }

    void decide(long ticket, String agreement) {
        rows.call(Sql.of("select agreements.decide(?, ?)", ticket, agreement));
    }

    List<TicketEvent> events(long ticket) {
        return rows.list(Sql.of("select * from agreements.events(?)", ticket), row -> row.text("what").equals("message")
                ? new Message(time(row, "at"), row.text("detail").equals("agent") ? Side.AGENT : Side.SERVED)
                : new StateChanged(time(row, "at"), row.text("detail")));
    }

    List<Behind> behind(long ticket) {
        return rows.list(Sql.of("select * from agreements.behind(?)", ticket),
                row -> new Behind(row.id("version_id"), row.id("stamp"), new Situation.Hours(row.id("calendar_id"), row.id("calendar_stamp")), row.maybeId("team_id")));
    }

    List<Behind.Happened> happened(long ticket, @Nullable Long team) {
        return rows.list(Sql.of("select * from agreements.behind_events(?, ?::bigint)", ticket, team), row -> new Behind.Happened(time(row, "at"), row.text("what"), row.text("detail")));
    }

    /** @param outcomes null where there are none and were none */
    void keep(long ticket, Situation of, Instant due, Computing.Owed owed, Instant next, List<Long> behind, @Nullable List<Outcome> outcomes) {
        rows.call(Sql.of("select agreements.keep(?, ?::bigint, ?, ?, ?, ?, ?, ?::bigint[],", ticket, of.version(), of.agreed(), due, owed.due(), owed.by(), next, behind).then(outcomes == null ? Sql.of("null") : json(outcomes)).then(")"));
    }

    private static Sql json(List<Outcome> outcomes) {
        return outcomes.isEmpty() ? Sql.of("'[]'::jsonb") : Sql.of("jsonb_build_array(").then(Sql.join(", ", outcomes.stream().map(o -> Sql.of("""
                jsonb_build_object('version', ?::bigint, 'clock', ?::text, 'at', ?::timestamptz, 'done', ?::boolean, 'late', ?::boolean, 'late_plain', ?::boolean, 'due_at', ?::timestamptz, 'used', ?::bigint, 'paused', ?::bigint, 'unasked', ?::boolean)""",
                o.version(), o.clock(), o.at(), o.done(), o.late(), o.latePlain(), o.due(), o.used() == null ? null : o.used().toSeconds(), o.paused().toSeconds(), o.unasked())).toList())).then(")");
    }

    Optional<Long> claim() {
        return rows.first(Sql.of("select agreements.claim() as ticket"), row -> Optional.ofNullable(row.maybeId("ticket"))).flatMap(id -> id);
    }

    /** A ticket that cannot be computed is looked at again later, so that it does not hold up the others. */
    void postpone(long ticket, Instant until) {
        rows.change(Sql.of("update agreements.ticket set next_at = ? where ticket_id = ?", until, ticket));
    }

    boolean followCalendars() {
        return rows.is(Sql.of("select agreements.follow_calendars()"));
    }

    List<Long> crew(long ticket, long team) {
        return rows.list(Sql.of("select crew from agreements.crew(?, ?) as crew order by 1 limit 200", ticket, team), row -> row.id("crew"));
    }

    /** Whom it tells now; nobody where it was reached before. */
    List<Long> reach(long ticket, long version, Clock clock, Instant run, Level level, Instant due, List<Long> people) {
        return rows.list(Sql.of("select told from agreements.reach(?, ?, ?, ?, ?, ?, ?, ?) as told where told is not null", ticket, version, clock, run, level.minutes(), level.channel(), due, people), row -> row.id("told"));
    }

    AgreedTerms terms(long version) {
        var rules = new ArrayList<TargetRule>();
        var published = new ArrayList<PublishedException>();
        var levels = new ArrayList<Level>();
        var head = new ArrayList<AgreedTerms>();
        rows.list(Sql.of("select * from agreements.terms(?)", version), row -> switch (row.text("what")) {
            case "version" -> head.add(new AgreedTerms(version, requireNonNull(row.date("from_day")), ClockRules.chosen(named(Waiting.class, row.text("a")), answers(row.text("b")), named(Starts.class, row.text("c"))), Targets.kept(List.of(), List.of()), List.of()));
            case "exception" -> published.add(new PublishedException(row.text("function"), row.text("a"), row.text("b"), requireNonNull(row.date("from_day")), requireNonNull(row.date("until_day"))));
            case "target" -> rules.add(rule(row));
            default -> levels.add(new Level(row.maybeText("clock") == null ? null : named(Clock.class, row.text("clock")), row.number("minutes"), named(Whom.class, row.text("a")), row.text("b")));
        });
        return new AgreedTerms(version, head.getFirst().from(), head.getFirst().rules(), Targets.kept(rules, published), levels);
    }

    private static TargetRule rule(Row row) throws SQLException {
        int days = row.number("days");
        Target target = days > 0 ? new Target.Days(days, row.is("is_so")) : new Target.Time(Duration.ofMinutes(row.number("minutes")));
        int priority = row.number("priority");
        return new TargetRule(named(Clock.class, row.text("clock")), target, named(Whose.class, row.text("a")), new When(row.maybeText("function"), row.maybeText("offering"), row.maybeText("kind"), priority == 0 ? null : priority));
    }

    private static NextResponseRuns answers(String stored) {
        return named(NextResponseRuns.class, "from_" + stored);
    }

    static <E extends Enum<E>> E named(Class<E> type, String stored) {
        return Enum.valueOf(type, stored.toUpperCase(Locale.ROOT));
    }

    private static Situation situation(Row row) throws SQLException {
        Long own = row.maybeId("own_id");
        return new Situation(time(row, "opened_at"), requireNonNull(row.date("opened_on")), row.text("kind"), row.number("priority"), row.maybeText("offering"), row.text("stage"), time(row, "stage_since"), row.is("by_agent"), row.is("fresh"),
                row.text("served"), row.maybeText("service"), row.maybeId("team_id"), row.maybeId("assignee_id"), row.texts("functions").stream().collect(Collectors.toUnmodifiableSet()),
                row.maybeId("version_id"), row.time("agreed_at") == null ? time(row, "opened_at") : time(row, "agreed_at"), row.is("undecided"), row.id("stamp"),
                new Situation.Hours(row.id("calendar_id"), row.id("calendar_stamp")), own == null ? null : new Situation.Hours(own, row.id("own_stamp")), row.is("has_outcomes"), time(row, "due_at"), row.is("has_behind"));
    }

    private static Instant time(Row row, String column) throws SQLException {
        return requireNonNull(row.time(column), column);
    }

    /** By version: the agreement under which it is served, and those that stand behind it. */
    Map<Long, ClockPage.Under> under(long ticket, String language) {
        var under = new HashMap<Long, ClockPage.Under>();
        rows.list(Sql.of("select version_id, kind, key, since," + String.join(",", Stream.of("agreement", "service", "unit", "team", "asker", "supplier").map(c -> " coalesce(%1$s ->> ?, %1$s ->> 'en') as %1$s".formatted(c)).toList())
                + " from agreements.under(?)", language, language, language, language, language, language, ticket), row -> under.put(row.id("version_id"),
                new ClockPage.Under(row.text("kind"), row.text("agreement"), row.text("key"), row.text("service"), row.text("unit"), row.text("team"), row.text("asker"), row.text("supplier"), requireNonNull(row.date("since")))));
        return under;
    }

    /** Functions in force for those who are not inside either; for a service's page. */
    List<Published> published(long service, String language) {
        return rows.list(Sql.of("select *, coalesce(unit ->> ?, unit ->> 'en') as unit_name from agreements.published(?)", language, service),
                row -> new Published(row.text("key"), row.text("function"), row.text("unit_name"), row.text("reason"), row.text("grantor"), requireNonNull(row.date("from_day")), requireNonNull(row.date("until_day"))));
    }
}
