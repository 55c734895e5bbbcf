package whom.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A year to look at: twelve months of weeks, and the days that differ, in words. Weeks begin on Monday. */
public record YearView(int year, List<Month> months, List<DatedCalendar.Day> differing, LocalDate today) {

    public static final int FIRST = 2000;
    public static final int LAST = 2100;

    /** Weeks of seven days each; null where the month has none. */
    public record Month(String name, List<List<DatedCalendar.@Nullable Day>> weeks) {}

    static YearView of(DatedCalendar calendar, int year, LocalDate today, Locale language) {
        List<Month> months = IntStream.rangeClosed(1, 12).mapToObj(m -> month(calendar, YearMonth.of(year, m), language)).toList();
        List<DatedCalendar.Day> differing = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).map(date -> calendar.day(date, language)).filter(DatedCalendar.Day::differs).toList();
        return new YearView(year, months, differing, today);
    }

    private static Month month(DatedCalendar calendar, YearMonth month, Locale language) {
        List<DatedCalendar.@Nullable Day> days = new ArrayList<>();
        IntStream.range(1, month.atDay(1).getDayOfWeek().getValue()).forEach(_ -> days.add(null));
        month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).forEach(date -> days.add(calendar.day(date, language)));
        while (days.size() % 7 > 0) {
            days.add(null);
        }
        List<List<DatedCalendar.@Nullable Day>> weeks = IntStream.range(0, days.size() / 7).mapToObj(w -> days.subList(w * 7, w * 7 + 7)).toList();
        return new Month(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language), weeks);
    }

    /** Short and long names of the days, Monday first. */
    public static List<String[]> days(Locale language) {
        return Stream.of(DayOfWeek.values()).map(day -> new String[] {day.getDisplayName(TextStyle.SHORT_STANDALONE, language), day.getDisplayName(TextStyle.FULL_STANDALONE, language)}).toList();
    }
}
