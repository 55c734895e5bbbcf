package whom.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import whom.web.Choice;

/** What the pages of this module show. {@code changes}: whether the one who looks may change it. */
public final class CalendarPages {

    private CalendarPages() {}

    public record All(List<Calendars.Named> calendars, List<Choice> zones, String zone, boolean changes) {}

    public record One(Calendars.Named calendar, List<Calendars.Week> weeks, YearView year, List<Calendars.Given> given, LocalDate tomorrow, boolean changes) {

        /** The week that holds now, as the form proposes it. */
        public Calendars.Week current() {
            return weeks.stream().filter(week -> week.from() == null || week.from().isBefore(tomorrow)).reduce((_, later) -> later).orElseThrow();
        }
    }

    public record Rota(String team, String teamName, List<OnDuty.Shift> shifts, List<OnDuty.Change> changes, List<OnDuty.Now> now, List<Choice> people, List<Choice> zones, String zone, boolean administers) {}

    /** "Monday" and what is open, for days that are. */
    public static List<String> said(Map<String, String> times, Locale language) {
        return java.util.Arrays.stream(DayOfWeek.values()).filter(day -> times.containsKey(OpenTimes.DAYS.get(day)))
                .collect(Collectors.groupingBy(day -> times.get(OpenTimes.DAYS.get(day)), java.util.LinkedHashMap::new, Collectors.toList()))
                .entrySet().stream().map(same -> same.getValue().stream().map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, language)).collect(Collectors.joining(", ")) + " " + same.getKey().replace("-", "–")).toList();
    }

    public static String said(List<Span> open) {
        return open.stream().map(span -> span.toString().replace("-", "–")).collect(Collectors.joining(", "));
    }

    public static List<Choice> zones() {
        return java.time.ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/") || zone.equals("UTC")).sorted()
                .map(zone -> new Choice(zone, zone.replace('_', ' '))).toList();
    }

    public static List<String> fields() {
        return List.copyOf(OpenTimes.DAYS.values());
    }

    public static String dayName(String field, Locale language) {
        return OpenTimes.DAYS.entrySet().stream().filter(day -> day.getValue().equals(field)).findFirst().orElseThrow().getKey().getDisplayName(TextStyle.FULL_STANDALONE, language);
    }
}
