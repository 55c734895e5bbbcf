package whom.agreements.eval;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import whom.calendars.Calendar;
import whom.calendars.Span;
import whom.calendars.WorkWeek;
import whom.calendars.WorkingTime;

/** Calendars as vectors write them. The same text gives the same counter, so that its years are laid out once. */
final class CalendarJson {

    private final Map<JsonNode, WorkingTime> known = new HashMap<>();

    WorkingTime read(JsonNode calendar) {
        return known.computeIfAbsent(calendar, c -> new WorkingTime(calendar(c)));
    }

    private static Calendar calendar(JsonNode c) {
        return new Calendar(ZoneId.of(c.path("zone").asString()), week(c.path("week")), dates(c.path("holidays")),
                spansByDate(c.path("special")), spansByDate(c.path("breaks")));
    }

    private static WorkWeek week(JsonNode week) {
        var days = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        week.properties().forEach(day -> days.put(day(day.getKey()), spans(day.getValue())));
        return new WorkWeek(days);
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(name) && name.length() == 3) {
                return day;
            }
        }
        throw new IllegalArgumentException("\"" + name + "\" is no day; write mon to sun.");
    }

    private static Set<LocalDate> dates(JsonNode dates) {
        var read = new HashSet<LocalDate>();
        dates.forEach(date -> read.add(LocalDate.parse(date.asString())));
        return read;
    }

    private static Map<LocalDate, List<Span>> spansByDate(JsonNode dates) {
        var read = new HashMap<LocalDate, List<Span>>();
        dates.properties().forEach(date -> read.put(LocalDate.parse(date.getKey()), spans(date.getValue())));
        return read;
    }

    private static List<Span> spans(JsonNode spans) {
        var read = new ArrayList<Span>();
        spans.forEach(span -> read.add(Span.of(span.path(0).asString(), span.path(1).asString())));
        return read;
    }
}
