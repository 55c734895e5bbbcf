package whom.calendars;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whom.calendars.ClosedDays.Left;
import whom.calendars.ClosedDays.Why;
import whom.calendars.ICalendarText.Event;
import whom.calendars.ICalendarText.Line;
import whom.kernel.Refused;

/**
 * Reads closed days from an iCalendar file: single days, stretches of days, parts of days, and what repeats every year. Files come
 * from anywhere, so size, number of events and length of each are bounded, and what is not understood is named, never guessed.
 */
public final class ClosedDaysFile {

    static final int LONGEST_FILE = 2_000_000;
    static final int MOST_EVENTS = 5_000;
    private static final int LONGEST_EVENT_DAYS = 100;

    private final ZoneId zone;
    private final LocalDate first;
    private final LocalDate last;
    private final Map<LocalDate, String> days = new HashMap<>();
    private final Map<LocalDate, List<Span>> hours = new HashMap<>();
    private final List<Left> left = new ArrayList<>();
    /** By event, the dates of a repetition that another event of the same name stands in for. */
    private final Map<String, Set<LocalDate>> replaced = new HashMap<>();

    private ClosedDaysFile(ZoneId zone, LocalDate first, LocalDate last) {
        this.zone = zone;
        this.first = first;
        this.last = last;
    }

    /**
     * @param zone of the calendar that the days are for
     * @param first the first date that is of interest, and {@code last} the last
     * @throws Refused when the text is no iCalendar file or too long
     */
    public static ClosedDays read(String text, ZoneId zone, LocalDate first, LocalDate last) {
        if (text.length() > LONGEST_FILE) {
            throw new Refused("file", "calendars.file.too_long", LONGEST_FILE / 1_000_000);
        }
        if (!text.stripLeading().replace("\uFEFF", "").regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            throw new Refused("file", "calendars.file.not_icalendar");
        }
        List<Event> events = ICalendarText.events(text, MOST_EVENTS + 1);
        if (events.size() > MOST_EVENTS) {
            throw new Refused("file", "calendars.file.too_many", MOST_EVENTS);
        }
        var file = new ClosedDaysFile(zone, first, last);
        events.forEach(file::replace);
        events.forEach(file::take);
        return new ClosedDays(file.days, file.hours, file.left);
    }

    private void replace(Event event) {
        try {
            replaced.computeIfAbsent(event.text("UID"), uid -> new HashSet<>()).addAll(dates(event.all("RECURRENCE-ID")));
        } catch (DateTimeException e) {
            left.add(new Left(name(event), Why.TIME_NOT_UNDERSTOOD));
        }
    }

    private void take(Event event) {
        if (event.text("STATUS").equalsIgnoreCase("CANCELLED") || event.all("DTSTART").isEmpty()) {
            return;
        }
        try {
            LocalDateTime begin = ICalendarTime.local(event.all("DTSTART").getFirst(), zone);
            LocalDateTime end = end(event, begin);
            if (begin.plusDays(LONGEST_EVENT_DAYS).isBefore(end)) {
                left.add(new Left(name(event), Why.TOO_LONG));
                return;
            }
            begins(event, begin.toLocalDate()).ifPresentOrElse(
                    dates -> dates.forEach(date -> close(name(event), date.atTime(begin.toLocalTime()), begin, end)),
                    () -> left.add(new Left(name(event), Why.RULE_NOT_YEARLY)));
        } catch (DateTimeException e) {
            left.add(new Left(name(event), Why.TIME_NOT_UNDERSTOOD));
        }
    }

    /** Without an end a date lasts a day, and a time no time. */
    private LocalDateTime end(Event event, LocalDateTime begin) {
        if (!event.all("DTEND").isEmpty()) {
            return ICalendarTime.local(event.all("DTEND").getFirst(), zone);
        }
        if (!event.all("DURATION").isEmpty()) {
            return ICalendarTime.after(begin, event.text("DURATION"));
        }
        return ICalendarTime.isDate(event.all("DTSTART").getFirst()) ? begin.plusDays(1) : begin;
    }

    /** The dates on which it begins; empty when its rule is not a yearly one. */
    private Optional<List<LocalDate>> begins(Event event, LocalDate begin) {
        Set<LocalDate> except = dates(event.all("EXDATE"));
        var dates = new ArrayList<>(dates(event.all("RDATE")));
        if (event.all("RRULE").isEmpty()) {
            dates.add(begin);
        }
        for (Line rule : event.all("RRULE")) {
            Optional<YearlyRule> yearly = YearlyRule.of(rule.value());
            if (yearly.isEmpty()) {
                return Optional.empty();
            }
            dates.addAll(yearly.get().dates(begin, first.minusDays(LONGEST_EVENT_DAYS), last));
        }
        dates.removeAll(except);
        if (event.all("RECURRENCE-ID").isEmpty()) {
            dates.removeAll(replaced.getOrDefault(event.text("UID"), Set.of()));
        }
        return Optional.of(dates);
    }

    private Set<LocalDate> dates(List<Line> lines) {
        var dates = new HashSet<LocalDate>();
        for (Line line : lines) {
            for (String value : line.value().split(",")) {
                dates.add(ICalendarTime.local(new Line(line.name(), line.parameters(), value.strip()), zone).toLocalDate());
            }
        }
        return dates;
    }

    private void close(String name, LocalDateTime from, LocalDateTime begin, LocalDateTime end) {
        LocalDateTime to = from.plus(Duration.between(begin, end));
        LocalDate start = from.toLocalDate().isBefore(first) ? first : from.toLocalDate();
        for (LocalDate date = start; date.atStartOfDay().isBefore(to) && !date.isAfter(last); date = date.plusDays(1)) {
            int opens = date.equals(from.toLocalDate()) ? from.toLocalTime().toSecondOfDay() : 0;
            int closes = date.equals(to.toLocalDate()) ? to.toLocalTime().toSecondOfDay() : Span.DAY;
            if (opens == 0 && closes == Span.DAY) {
                days.putIfAbsent(date, name);
            } else if (opens < closes) {
                hours.computeIfAbsent(date, d -> new ArrayList<>()).add(new Span(opens, closes));
            }
        }
    }

    private static String name(Event event) {
        return event.text("SUMMARY").replace("\\n", " ").replace("\\N", " ").replaceAll("\\\\(.)", "$1").strip();
    }
}
