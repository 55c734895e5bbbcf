package whom.calendars;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a file of closed days says.
 *
 * @param days whole days, each with what it is called, by the first event that says so
 * @param hours parts of days
 * @param left what was not taken, each with the reason, for a person to read
 */
public record ClosedDays(Map<LocalDate, String> days, Map<LocalDate, List<Span>> hours, List<Left> left) {

    /** Why an event was not taken. */
    public enum Why { RULE_NOT_YEARLY, TIME_NOT_UNDERSTOOD, TOO_LONG }

    public record Left(String name, Why why) {}

    public ClosedDays {
        days = new TreeMap<>(days);
        hours = new TreeMap<>(hours);
        left = List.copyOf(left);
    }

    /** The calendar with these days closed as well. */
    public Calendar close(Calendar calendar) {
        var closed = new HashSet<>(calendar.closed());
        closed.addAll(days.keySet());
        var breaks = new HashMap<>(calendar.breaks());
        hours.forEach((date, spans) -> breaks.merge(date, spans,
                (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        return new Calendar(calendar.zone(), calendar.week(), closed, calendar.special(), breaks);
    }
}
