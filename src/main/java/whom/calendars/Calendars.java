package whom.calendars;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Keys;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.people.Written;

/** Calendars by name: what is open when, from which day on. What was open before tomorrow never changes. */
@Component
public class Calendars {

    private static final int FILE_YEARS = 5;
    private static final int KEPT = 200;

    private final CalendarStore store;
    private final InstantSource clock;
    /** By id: what is laid out, and of which stamp it is. */
    private final Map<Long, Laid> laid = new ConcurrentHashMap<>();

    Calendars(CalendarStore store, org.springframework.beans.factory.ObjectProvider<java.time.Clock> clock) {
        this.store = store;
        this.clock = clock.getIfAvailable(java.time.Clock::systemUTC);
    }

    private record Laid(long stamp, DatedCalendar calendar, WorkingTime hours) {}

    /** {@code stamp} tells one state of one database from every other: which transaction wrote it, and how often it was changed. */
    public record Named(long id, String key, String name, ZoneId zone, long stamp) {}

    /** A week from a day on; {@code from} is null for the first. */
    public record Week(@Nullable LocalDate from, Map<String, String> times, List<String> holidays, String reason) {}

    @Transactional(readOnly = true)
    public List<Named> list(String language) {
        return store.list(language);
    }

    @Transactional(readOnly = true)
    public Named required(String key, String language) {
        return store.find(key, language).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<Week> weeks(long calendar) {
        return store.weeks(calendar);
    }

    /** The hours of a calendar as they are now; laid out once for each change. */
    @Transactional(readOnly = true)
    public WorkingTime hours(long calendar, long stamp) {
        return laid(calendar, stamp).hours;
    }

    @Transactional(readOnly = true)
    public DatedCalendar calendar(Named named) {
        return laid(named.id, named.stamp).calendar;
    }

    private Laid laid(long calendar, long stamp) {
        Laid known = laid.get(calendar);
        if (known == null || known.stamp != stamp) {
            DatedCalendar read = store.calendar(calendar);
            known = new Laid(stamp, read, new WorkingTime(read));
            if (laid.size() < KEPT || laid.containsKey(calendar)) {
                laid.put(calendar, known);
            }
        }
        return known;
    }

    public LocalDate tomorrow(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
    }

    @Transactional
    public String add(Written written) {
        String zone = zone(written);
        Map<String, String> week = week(written);
        List<String> holidays = holidays(written);
        String key = Keys.free(written.required("en"), "calendar", store::taken);
        Written.allowed(store.add(key, written.name(), zone, week, holidays));
        return key;
    }

    /** Another week, or other holidays, from a day on: tomorrow at the earliest. */
    @Transactional
    public void change(String key, Written written) {
        Named calendar = required(key, "en");
        LocalDate from = future(calendar, written, "from");
        Written.allowed(store.change(calendar.id, from, week(written), holidays(written), written.maybe("reason", 500)));
    }

    /** A day that differs: closed, other hours, or hours taken out. */
    @Transactional
    public void differ(String key, Written written) {
        Named calendar = required(key, "en");
        LocalDate day = future(calendar, written, "day");
        String kind = written.choice("kind", List.of("closed", "hours", "break"));
        String times = kind.equals("closed") ? "" : OpenTimes.tidy("times", written.maybe("times"), false);
        if (!kind.equals("closed") && times.isEmpty()) {
            throw new Refused("times", "calendars.times.missing");
        }
        Written.allowed(store.put(calendar.id, List.of(new CalendarStore.Said(day, kind, times, written.maybe("name"))), "hand"));
    }

    @Transactional
    public void asUsual(String key, Written written) {
        Named calendar = required(key, "en");
        LocalDate day = future(calendar, written, "day");
        if (!store.drop(calendar.id, day)) {
            throw new Refused("day", "calendars.day.as_usual_already");
        }
    }

    /** Closed days from an iCalendar file, from tomorrow on, five years ahead. Returns what was not taken. */
    @Transactional
    public ClosedDays read(String key, Written written) {
        Named calendar = required(key, "en");
        String file = written.texts().getOrDefault("file", "");
        LocalDate first = tomorrow(calendar.zone);
        ClosedDays days = ClosedDaysFile.read(file, calendar.zone, first, first.plusYears(FILE_YEARS));
        List<CalendarStore.Said> said = new ArrayList<>();
        days.days().forEach((day, name) -> said.add(new CalendarStore.Said(day, "closed", "", cut(name))));
        days.hours().forEach((day, spans) -> said.add(new CalendarStore.Said(day, "break", String.join(", ", spans.stream().map(CalendarStore::minutes).distinct().toList()), "")));
        if (said.isEmpty() && days.left().isEmpty()) {
            throw new Refused("file", "calendars.file.nothing");
        }
        Written.allowed(store.put(calendar.id, said, "file"));
        return days;
    }

    private static String cut(String name) {
        return name.length() > 100 ? name.substring(0, 100) : name;
    }

    /** From a day on those of a unit work by this calendar, and those of units below it that have none of their own. */
    @Transactional
    public void give(String key, Written written) {
        Named calendar = required(key, "en");
        long unit = store.unit(written);
        LocalDate from = future(calendar, written, "from");
        Written.allowed(store.give(unit, calendar.id, from));
    }

    public record Given(String unit, String name, LocalDate from) {}

    @Transactional(readOnly = true)
    public List<Given> given(long calendar, String language) {
        return store.given(calendar, language);
    }

    private LocalDate future(Named calendar, Written written, String field) {
        LocalDate day;
        try {
            day = LocalDate.parse(written.required(field));
        } catch (DateTimeException e) {
            throw new Refused(field, "calendars.date.not_understood");
        }
        LocalDate tomorrow = tomorrow(calendar.zone);
        if (day.isBefore(tomorrow)) {
            throw new Refused(field, "calendars.date.past");
        }
        if (day.isAfter(tomorrow.plusYears(20))) {
            throw new Refused(field, "calendars.date.far");
        }
        return day;
    }

    static String zone(Written written) {
        String zone = written.required("zone");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new Refused("zone", "calendars.zone.unknown", zone);
        }
        return zone;
    }

    static Map<String, String> week(Written written) {
        var week = new LinkedHashMap<String, String>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String field = OpenTimes.DAYS.get(day);
            String times = OpenTimes.tidy(field, written.maybe(field), true);
            if (!times.isEmpty()) {
                week.put(field, times);
            }
        }
        return week;
    }

    private static List<String> holidays(Written written) {
        List<String> codes = Arrays.stream(written.maybe("holidays").toLowerCase(java.util.Locale.ROOT).split("[,\\s]+")).filter(code -> !code.isEmpty()).distinct().toList();
        for (String code : codes) {
            if (Holidays.of(code).isEmpty()) {
                throw new Refused("holidays", "calendars.holidays.unknown", code);
            }
        }
        return codes;
    }
}
