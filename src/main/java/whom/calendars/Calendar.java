package whom.calendars;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a place or a person works: a week pattern in a zone, and the dates that differ from it.
 *
 * @param closed dates without any working time, from 00:00 to 24:00, whichever shift that time belongs to; nothing overrides them
 * @param special per date, spans that stand in place of the pattern's; an empty list closes the date
 * @param breaks per date, what is taken out of the spans, the special ones included
 */
public record Calendar(ZoneId zone, WorkWeek week, Set<LocalDate> closed, Map<LocalDate, List<Span>> special,
        Map<LocalDate, List<Span>> breaks) implements OpenHours {

    public static Calendar of(ZoneId zone, WorkWeek week) {
        return new Calendar(zone, week, Set.of(), Map.of(), Map.of());
    }

    public Calendar {
        closed = Set.copyOf(closed);
        special = Map.copyOf(special);
        breaks = Map.copyOf(breaks);
    }

    public Calendar withClosed(Set<LocalDate> dates) {
        return new Calendar(zone, week, dates, special, breaks);
    }

    @Override
    public List<Span> on(LocalDate date) {
        if (closed.contains(date)) {
            return List.of();
        }
        List<Span> spans = special.getOrDefault(date, week.on(date.getDayOfWeek()));
        for (Span pause : breaks.getOrDefault(date, List.of())) {
            spans = spans.stream().flatMap(span -> span.without(pause).stream()).toList();
        }
        return spans;
    }
}
