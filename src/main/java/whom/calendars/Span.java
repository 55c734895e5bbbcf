package whom.calendars;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Wall-clock seconds of one day, {@code from} included and {@code to} not; 86400 is the end of the day. */
public record Span(int from, int to) {

    static final int DAY = 86_400;

    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?");

    public Span {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("A span must open before it closes, within one day: " + clock(from) + " to " + clock(to) + ".");
        }
    }

    /** Takes {@code 08:00} or {@code 08:00:30}, and {@code 24:00} as an end. @throws IllegalArgumentException when it is none */
    public static Span of(String from, String to) {
        return new Span(seconds(from), seconds(to));
    }

    static int seconds(String clock) {
        Matcher m = CLOCK.matcher(clock);
        if (!m.matches()) {
            throw new IllegalArgumentException("\"" + clock + "\" is no time of day; write hours 00 to 24 and minutes 00 to 59, as in 08:30.");
        }
        int seconds = Integer.parseInt(m.group(1)) * 3600 + Integer.parseInt(m.group(2)) * 60
                + (m.group(3) == null ? 0 : Integer.parseInt(m.group(3)));
        if (seconds > DAY) {
            throw new IllegalArgumentException("\"" + clock + "\" lies after the end of the day, 24:00.");
        }
        return seconds;
    }

    /** What is left of this span when another is taken out: none, one or two pieces. */
    List<Span> without(Span other) {
        if (other.to <= from || to <= other.from) {
            return List.of(this);
        }
        var left = new ArrayList<Span>(2);
        if (from < other.from) {
            left.add(new Span(from, other.from));
        }
        if (other.to < to) {
            left.add(new Span(other.to, to));
        }
        return left;
    }

    @Override
    public String toString() {
        return clock(from) + "-" + clock(to);
    }

    private static String clock(int seconds) {
        return seconds == DAY ? "24:00" : seconds < 0 || seconds > DAY ? seconds + " s" : LocalTime.ofSecondOfDay(seconds).toString();
    }
}
