package whom.calendars;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.calendars.DatedCalendar.Differs;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.people.Written;

/** Every statement about calendars. */
@Component
class CalendarStore {

    private static final String NAMED = "select id, key, coalesce(name ->> ?, name ->> 'en', key) as name, zone, xmin::text::bigint * 65536 + stamp % 65536 as stamp from calendars.calendar";
    private static final String WEEK = OpenTimes.DAYS.values().stream().map(day -> "week ->> '" + day + "' as " + day).collect(Collectors.joining(", "));

    private final Rows rows;

    CalendarStore(Rows rows) {
        this.rows = rows;
    }

    /** What is said of one day. */
    record Said(LocalDate day, String kind, String times, String name) {}

    List<Calendars.Named> list(String language) {
        return rows.list(Sql.of(NAMED + " order by 3, key limit 1000", language), CalendarStore::named);
    }

    Optional<Calendars.Named> find(String key, String language) {
        return rows.first(Sql.of(NAMED + " where key = ?", language, key), CalendarStore::named);
    }

    boolean taken(String key) {
        return rows.is(Sql.of("select exists (select from calendars.calendar where key = ?)", key));
    }

    List<Calendars.Week> weeks(long calendar) {
        return rows.list(Sql.of("select nullif(valid_from, '-infinity') as from_day, " + WEEK + ", holidays, reason from calendars.pattern where calendar_id = ? and superseded_at is null order by valid_from", calendar),
                row -> new Calendars.Week(row.date("from_day"), times(row), row.texts("holidays"), row.text("reason")));
    }

    DatedCalendar calendar(long id) {
        ZoneId zone = ZoneId.of(rows.one(Sql.of("select zone from calendars.calendar where id = ?", id), row -> row.text("zone")));
        var patterns = new TreeMap<LocalDate, Pattern>();
        weeks(id).forEach(week -> patterns.put(week.from() == null ? LocalDate.MIN : week.from(),
                new Pattern(OpenTimes.week(week.times()), week.holidays().stream().map(Holidays::of).flatMap(Optional::stream).toList())));
        Map<LocalDate, Differs> days = new HashMap<>();
        Map<LocalDate, Differs> breaks = new HashMap<>();
        rows.list(Sql.of("select day, kind, times, name from calendars.day where calendar_id = ? and superseded_at is null", id), row ->
                (row.text("kind").equals("break") ? breaks : days).put(Objects.requireNonNull(row.date("day")), new Differs(OpenTimes.spans(row.text("times")), row.text("name"))));
        return new DatedCalendar(zone, patterns, days, breaks);
    }

    boolean add(String key, Sql name, String zone, Map<String, String> week, List<String> holidays) {
        return rows.is(Sql.of("select calendars.add(?,", key).then(name).then(", ?,", zone).then(json(week)).then(", ?::text[]) is not null", holidays));
    }

    boolean change(long calendar, LocalDate from, Map<String, String> week, List<String> holidays, String reason) {
        return rows.is(Sql.of("select calendars.change(?, ?,", calendar, from).then(json(week)).then(", ?::text[], ?)", holidays, reason));
    }

    boolean put(long calendar, List<Said> days, String source) {
        Sql said = days.isEmpty() ? Sql.of("'[]'::jsonb") : Sql.of("(select jsonb_agg(jsonb_build_object('day', d, 'kind', k, 'times', t, 'name', n)) from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as x (d, k, t, n))",
                texts(days.stream().map(d -> d.day.toString())), texts(days.stream().map(d -> d.kind)), texts(days.stream().map(d -> d.times)), texts(days.stream().map(d -> d.name)));
        return rows.is(Sql.of("select calendars.put_days(?,", calendar).then(said).then(", ?) is not null", source));
    }

    boolean drop(long calendar, LocalDate day) {
        return rows.is(Sql.of("select calendars.drop_day(?, ?)", calendar, day));
    }

    long unit(Written written) {
        return written.reference(rows, "unit", "people.unit");
    }

    boolean give(long unit, long calendar, LocalDate from) {
        return rows.is(Sql.of("select calendars.give_hours(?, ?, ?)", unit, calendar, from));
    }

    List<Calendars.Given> given(long calendar, String language) {
        return rows.list(Sql.of("""
                select u.key, coalesce(u.name ->> ?, u.name ->> 'en', u.key) as name, h.valid_from from calendars.hours_of h join people.unit u on u.id = h.unit_id
                where h.calendar_id = ? and (h.valid_to is null or h.valid_to > current_date) and h.valid_from is distinct from h.valid_to order by 2, h.valid_from limit 200
                """, language, calendar), row -> new Calendars.Given(row.text("key"), row.text("name"), Objects.requireNonNull(row.date("valid_from"))));
    }

    /** Days without times are left out. */
    static Sql json(Map<String, String> week) {
        return Sql.of("jsonb_strip_nulls(jsonb_build_object(" + OpenTimes.DAYS.values().stream().map(day -> "'" + day + "', ?::text").collect(Collectors.joining(", ")) + "))",
                OpenTimes.DAYS.values().stream().map(week::get).toArray());
    }

    static Map<String, String> times(Row row) throws SQLException {
        var times = new LinkedHashMap<String, String>();
        for (DayOfWeek day : DayOfWeek.values()) {
            @Nullable String of = row.maybeText(OpenTimes.DAYS.get(day));
            if (of != null) {
                times.put(OpenTimes.DAYS.get(day), of);
            }
        }
        return times;
    }

    /** Whole minutes, as times are kept: the beginning rounded down, the end up. */
    static String minutes(Span span) {
        return "%02d:%02d-%02d:%02d".formatted(span.from() / 3600, span.from() / 60 % 60, Math.ceilDiv(span.to(), 60) / 60, Math.ceilDiv(span.to(), 60) % 60);
    }

    private static List<String> texts(java.util.stream.Stream<String> texts) {
        return texts.toList();
    }

    private static Calendars.Named named(Row row) throws SQLException {
        return new Calendars.Named(row.id("id"), row.text("key"), row.text("name"), ZoneId.of(row.text("zone")), row.id("stamp"));
    }
}
