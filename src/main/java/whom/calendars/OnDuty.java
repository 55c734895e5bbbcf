package whom.calendars;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.NotAllowed;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.people.Written;

/** Who of a team is on duty: each agent's week, and stretches in which somebody stands in or is away, which beat it. */
@Component
public class OnDuty {

    private final Rows rows;

    OnDuty(Rows rows) {
        this.rows = rows;
    }

    public record Shift(String key, String person, String name, String zone, Map<String, String> times, LocalDate from, @Nullable LocalDate to) {}

    public record Change(String person, String name, boolean on, Instant since, Instant until) {}

    public record Now(long id, String name) {}

    private record Turn(long person, ZoneId zone, WorkWeek week, LocalDate from, @Nullable LocalDate to) {

        boolean covers(Instant t) {
            LocalDate day = LocalDate.ofInstant(t, zone);
            return !day.isBefore(from) && (to == null || day.isBefore(to)) && new WorkingTime(Calendar.of(zone, week)).isOpen(t);
        }
    }

    /** Of a team, at an instant, those who are in it now, by name. */
    @Transactional(readOnly = true)
    public List<Now> at(long team, Instant t) {
        Set<Long> ids = ids(team, t);
        return rows.list(Sql.of("""
                select p.id, p.name from people.person p
                where p.id = any (?) and exists (select from people.team_member m where m.team_id = ? and m.person_id = p.id and m.until > now()) order by 2, 1
                """, List.copyOf(ids), team), row -> new Now(row.id("id"), row.text("name")));
    }

    /** Whoever is on duty, also if they have left the team since. */
    @Transactional(readOnly = true)
    public Set<Long> ids(long team, Instant t) {
        record Said(long person, boolean on) {}
        var on = new TreeSet<Long>();
        turns(team).stream().filter(turn -> turn.covers(t)).forEach(turn -> on.add(turn.person));
        for (Said change : rows.list(Sql.of("select person_id, on_duty from calendars.duty_change where team_id = ? and since <= ? and until > ? and ended_at is null order by id", team, t, t),
                row -> new Said(row.id("person_id"), row.is("on_duty")))) {
            if (change.on) {
                on.add(change.person);
            } else {
                on.remove(change.person);
            }
        }
        return on;
    }

    private List<Turn> turns(long team) {
        return rows.list(Sql.of("select s.person_id, s.zone, " + week() + ", s.valid_from, s.valid_to from calendars.shift s where s.team_id = ?", team),
                row -> new Turn(row.id("person_id"), ZoneId.of(row.text("zone")), OpenTimes.week(CalendarStore.times(row)), Objects.requireNonNull(row.date("valid_from")), row.date("valid_to")));
    }

    @Transactional(readOnly = true)
    public List<Shift> shifts(long team) {
        return rows.list(Sql.of("select s.key, p.key as person, p.name, s.zone, " + week() + """
                , s.valid_from, s.valid_to from calendars.shift s join people.person p on p.id = s.person_id
                where s.team_id = ? and (s.valid_to is null or s.valid_to > current_date) order by p.name, s.valid_from limit 500""", team),
                row -> new Shift(row.text("key"), row.text("person"), row.text("name"), row.text("zone"), CalendarStore.times(row), Objects.requireNonNull(row.date("valid_from")), row.date("valid_to")));
    }

    /** Those that are still to come or under way. */
    @Transactional(readOnly = true)
    public List<Change> changes(long team) {
        return rows.list(Sql.of("""
                select p.key, p.name, c.on_duty, c.since, c.until from calendars.duty_change c join people.person p on p.id = c.person_id
                where c.team_id = ? and c.until > now() and c.ended_at is null order by c.since limit 200
                """, team), row -> new Change(row.text("key"), row.text("name"), row.is("on_duty"), Objects.requireNonNull(row.time("since")), Objects.requireNonNull(row.time("until"))));
    }

    @Transactional
    public void add(long team, Written written) {
        long person = member(team, written);
        String zone = Calendars.zone(written);
        Map<String, String> week = Calendars.week(written);
        if (week.isEmpty()) {
            throw new Refused("mon", "calendars.duty.no_times");
        }
        LocalDate from = day(written, "from").orElseThrow(() -> new Refused("from", "calendars.date.not_understood"));
        LocalDate to = day(written, "to").orElse(null);
        if (to != null && to.isBefore(from)) {
            throw new Refused("to", "calendars.date.backwards");
        }
        Written.allowed(rows.is(Sql.of("select calendars.add_shift(?, ?, ?,", team, person, zone).then(CalendarStore.json(week)).then(", ?, ?::date)", from, to)));
    }

    @Transactional
    public void end(String shift) {
        if (!rows.is(Sql.of("select calendars.end_shift(?)", shift))) {
            throw new NotAllowed();
        }
    }

    /** By an administrator, or by an agent of themselves. Times are in the zone of the one who writes. */
    @Transactional
    public void change(long team, Written written, ZoneId zone) {
        long person = member(team, written);
        boolean on = written.choice("kind", List.of("on", "away")).equals("on");
        Instant since = time(written, "since", zone);
        Instant until = time(written, "until", zone);
        if (!since.isBefore(until)) {
            throw new Refused("until", "calendars.date.backwards");
        }
        Written.allowed(rows.is(Sql.of("select calendars.change_duty(?, ?, ?, ?, ?)", team, person, on, since, until)));
    }

    private long member(long team, Written written) {
        long person = written.person(rows, "person");
        if (!rows.is(Sql.of("select exists (select from people.team_member where team_id = ? and person_id = ? and until > now())", team, person))) {
            throw new Refused("person", "calendars.duty.not_in_team");
        }
        return person;
    }

    private static Instant time(Written written, String field, ZoneId zone) {
        try {
            return LocalDateTime.parse(written.required(field)).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Refused(field, "calendars.time.not_understood");
        }
    }

    private static Optional<LocalDate> day(Written written, String field) {
        try {
            String text = written.maybe(field);
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new Refused(field, "calendars.date.not_understood");
        }
    }

    /** @throws NotFound for a team that is not there */
    @Transactional(readOnly = true)
    public long team(String key) {
        return rows.first(Sql.of("select id from people.team where key = ?", key), row -> row.id("id")).orElseThrow(NotFound::new);
    }

    private static String week() {
        return OpenTimes.DAYS.values().stream().map(day -> "s.week ->> '" + day + "' as " + day).collect(java.util.stream.Collectors.joining(", "));
    }
}
