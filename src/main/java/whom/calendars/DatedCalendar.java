package whom.calendars;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A calendar whose pattern changes from date to date. What is said of a single day beats public holidays, and those the week;
 * breaks come off whatever is open.
 *
 * @param patterns by the date from which they hold; the first holds since ever
 */
public record DatedCalendar(ZoneId zone, NavigableMap<LocalDate, Pattern> patterns, Map<LocalDate, Differs> days, Map<LocalDate, Differs> breaks) implements OpenHours {

    /** A day that differs: its times in place of the week's, or those that are taken out. */
    public record Differs(List<Span> times, String name) {
        public Differs {
            times = List.copyOf(times);
        }

        boolean closes() {
            return times.isEmpty();
        }
    }

    /** How a day came to its hours, for people to read. */
    public enum Because { WEEK, HOLIDAY, CLOSED, HOURS, BREAK }

    /** A date with its hours in order. {@code name} is the holiday's, or what was said of the day; "" for none. */
    public record Day(LocalDate date, List<Span> open, Because because, String name) {
        public boolean isOpen() {
            return !open.isEmpty();
        }

        public boolean differs() {
            return because != Because.WEEK;
        }
    }

    public DatedCalendar {
        patterns = new TreeMap<>(patterns);
        days = Map.copyOf(days);
        breaks = Map.copyOf(breaks);
    }

    @Override
    public List<Span> on(LocalDate date) {
        Differs said = days.get(date);
        List<Span> spans = said != null ? said.times : pattern(date).open(date);
        Differs pauses = breaks.get(date);
        if (pauses != null) {
            for (Span pause : pauses.times) {
                spans = spans.stream().flatMap(span -> span.without(pause).stream()).toList();
            }
        }
        return spans;
    }

    public Pattern pattern(LocalDate date) {
        return patterns.floorEntry(date).getValue();
    }

    public Day day(LocalDate date, Locale language) {
        List<Span> open = on(date).stream().sorted(java.util.Comparator.comparingInt(Span::from)).toList();
        Differs said = days.get(date);
        Differs pauses = breaks.get(date);
        if (said != null) {
            return new Day(date, open, said.closes() ? Because.CLOSED : Because.HOURS, said.name);
        }
        Optional<String> holiday = pattern(date).holiday(date, language);
        if (holiday.isPresent()) {
            return new Day(date, open, Because.HOLIDAY, holiday.get());
        }
        return pauses == null ? new Day(date, open, Because.WEEK, "") : new Day(date, open, Because.BREAK, pauses.name);
    }
}
