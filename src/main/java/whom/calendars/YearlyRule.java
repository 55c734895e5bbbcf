package whom.calendars;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule of iCalendar that repeats every year or every few: on the date of its first event, on a day of a month, or on the
 * n-th week day of a month. Other rules are none of ours.
 */
record YearlyRule(int interval, @Nullable Integer count, @Nullable LocalDate until, @Nullable Integer month, @Nullable Integer dayOfMonth,
        @Nullable Integer nth, @Nullable DayOfWeek weekday) {

    private static final Set<String> KNOWN = Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "WKST");
    private static final Pattern NTH = Pattern.compile("([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)");

    /** Empty for a rule that this cannot follow exactly. */
    static Optional<YearlyRule> of(String text) {
        var parts = new HashMap<String, String>();
        for (String part : text.toUpperCase(Locale.ROOT).split(";")) {
            String[] words = part.split("=", 2);
            parts.put(words[0].strip(), words.length < 2 ? "" : words[1].strip());
        }
        if (!"YEARLY".equals(parts.get("FREQ")) || !KNOWN.containsAll(parts.keySet())) {
            return Optional.empty();
        }
        try {
            return read(parts);
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearlyRule> read(Map<String, String> parts) {
        String until = parts.get("UNTIL");
        Matcher nth = NTH.matcher(parts.getOrDefault("BYDAY", ""));
        boolean weekday = parts.containsKey("BYDAY");
        if (weekday && (!nth.matches() || !parts.containsKey("BYMONTH") || parts.containsKey("BYMONTHDAY"))) {
            return Optional.empty();
        }
        var rule = new YearlyRule(number(parts, "INTERVAL") == null ? 1 : number(parts, "INTERVAL"), number(parts, "COUNT"),
                until == null ? null : ICalendarTime.date(until.substring(0, Math.min(8, until.length()))),
                number(parts, "BYMONTH"), number(parts, "BYMONTHDAY"),
                weekday ? Integer.valueOf(nth.group(1)) : null, weekday ? day(nth.group(2)) : null);
        boolean everyMonth = rule.dayOfMonth != null && rule.month == null;
        return rule.interval >= 1 && rule.interval <= 1000 && !everyMonth ? Optional.of(rule) : Optional.empty();
    }

    private static @Nullable Integer number(Map<String, String> parts, String name) {
        return parts.containsKey(name) ? Integer.valueOf(parts.get(name)) : null;
    }

    private static DayOfWeek day(String two) {
        return List.of(DayOfWeek.values()).stream().filter(day -> day.name().startsWith(two)).findFirst().orElseThrow();
    }

    /** The dates from {@code earliest} to {@code last}; the first event is one of them whether it fits the rule or not. */
    List<LocalDate> dates(LocalDate first, LocalDate earliest, LocalDate last) {
        var dates = new ArrayList<LocalDate>();
        dates.add(first);
        LocalDate end = until != null && until.isBefore(last) ? until : last;
        int found = 1;
        for (int year = startYear(first, earliest); year <= end.getYear() && (count == null || found < count); year += interval) {
            Optional<LocalDate> date = in(year, first).filter(d -> d.isAfter(first) && !d.isAfter(end));
            found += date.isPresent() ? 1 : 0;
            date.filter(d -> !d.isBefore(earliest)).ifPresent(dates::add);
        }
        return dates;
    }

    /** What is counted is counted from its beginning; everything else need not be followed through the centuries. */
    private int startYear(LocalDate first, LocalDate earliest) {
        int away = earliest.getYear() - first.getYear();
        return count != null || away <= 0 ? first.getYear() : first.getYear() + away / interval * interval;
    }

    /** Empty where the year has no such date: 29 February, a fifth Monday. */
    private Optional<LocalDate> in(int year, LocalDate first) {
        YearMonth of = YearMonth.of(year, month == null ? first.getMonthValue() : month);
        if (weekday != null && nth != null) {
            LocalDate date = of.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
            return YearMonth.from(date).equals(of) ? Optional.of(date) : Optional.empty();
        }
        int day = dayOfMonth == null ? first.getDayOfMonth() : dayOfMonth < 0 ? of.lengthOfMonth() + 1 + dayOfMonth : dayOfMonth;
        return of.isValidDay(day) ? Optional.of(of.atDay(day)) : Optional.empty();
    }
}
