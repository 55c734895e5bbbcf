package whom.calendars;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whom.kernel.Refused;

/** Open times as people write them: {@code 9:00-12:30, 13:30-17}. Kept and shown as {@code 09:00-12:30, 13:30-17:00}. */
public final class OpenTimes {

    public static final Map<DayOfWeek, String> DAYS = new EnumMap<>(Map.of(DayOfWeek.MONDAY, "mon", DayOfWeek.TUESDAY, "tue", DayOfWeek.WEDNESDAY, "wed",
            DayOfWeek.THURSDAY, "thu", DayOfWeek.FRIDAY, "fri", DayOfWeek.SATURDAY, "sat", DayOfWeek.SUNDAY, "sun"));

    private static final Pattern SPAN = Pattern.compile("(\\d{1,2})(?:[:.](\\d\\d))?\\s*[-–—]\\s*(\\d{1,2})(?:[:.](\\d\\d))?");
    private static final int MOST = 12;

    private OpenTimes() {}

    /** In one way of writing. A span that ends before it begins goes on into the next day where {@code overnight}. @throws Refused */
    public static String tidy(String field, String written, boolean overnight) {
        List<String> tidy = new ArrayList<>();
        for (String part : written.isBlank() ? new String[0] : written.split("[,;\\n]", -1)) {
            Matcher m = SPAN.matcher(part.strip());
            if (!m.matches() || tidy.size() == MOST) {
                throw new Refused(field, "calendars.times.not_understood");
            }
            String from = clock(field, m.group(1), m.group(2));
            String to = clock(field, m.group(3), m.group(4));
            if (from.equals(to) || from.equals("24:00") || !overnight && from.compareTo(to) > 0) {
                throw new Refused(field, "calendars.times.backwards");
            }
            tidy.add(from + "-" + to);
        }
        return String.join(", ", tidy);
    }

    private static String clock(String field, String hour, @org.jspecify.annotations.Nullable String minute) {
        String clock = "%2s:%s".formatted(hour, minute == null ? "00" : minute).replace(' ', '0');
        try {
            Span.seconds(clock);
        } catch (IllegalArgumentException e) {
            throw new Refused(field, "calendars.times.not_understood");
        }
        return clock;
    }

    /** Of one day, as kept. */
    static List<Span> spans(String times) {
        return times.isEmpty() ? List.of() : java.util.Arrays.stream(times.split(", ")).map(span -> Span.of(span.substring(0, 5), span.substring(6))).toList();
    }

    /** @param times by day, as kept: "mon" and so on */
    static WorkWeek week(Map<String, String> times) {
        WorkWeek week = WorkWeek.NEVER;
        for (DayOfWeek day : DayOfWeek.values()) {
            String of = times.getOrDefault(DAYS.get(day), "");
            for (String span : of.isEmpty() ? new String[0] : of.split(", ")) {
                week = week.with(span.substring(0, 5), span.substring(6), day);
            }
        }
        return week;
    }
}
