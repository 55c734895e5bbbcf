package whom.calendars;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The pattern that repeats every week: for each day its open spans, none for a closed day. */
public record WorkWeek(Map<DayOfWeek, List<Span>> days) {

    public static final WorkWeek NEVER = new WorkWeek(Map.of());
    public static final WorkWeek ALWAYS = NEVER.with("00:00", "24:00", DayOfWeek.values());

    public WorkWeek {
        var copy = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        days.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                copy.put(day, List.copyOf(spans));
            }
        });
        days = copy;
    }

    /** One more span on each of the days. A span that ends before it begins, 22:00 to 06:00, goes on into the next day. */
    public WorkWeek with(String from, String to, DayOfWeek... on) {
        var more = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        days.forEach((day, spans) -> more.put(day, new ArrayList<>(spans)));
        boolean overnight = Span.seconds(to) <= Span.seconds(from);
        for (DayOfWeek day : on) {
            add(more, day, Span.of(from, overnight ? "24:00" : to));
            if (overnight && Span.seconds(to) > 0) {
                add(more, day.plus(1), Span.of("00:00", to));
            }
        }
        return new WorkWeek(more);
    }

    private static void add(Map<DayOfWeek, List<Span>> days, DayOfWeek day, Span span) {
        days.computeIfAbsent(day, d -> new ArrayList<>()).add(span);
    }

    List<Span> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }
}
