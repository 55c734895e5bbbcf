package whom.mail.mime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as they stand in mail: RFC 5322 with its obsolete forms, ctime, ISO 8601, months in other languages, AM and PM,
 * doubled dates, comments. Without a zone it is UTC. What names no real day is no date.
 */
public final class MailDate {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2}))?(?:[.,]\\d{1,9})?\\s{0,3}([AaPp]\\.?[Mm]\\.?(?![A-Za-z]))?");
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?=$|[T\\s,])");
    private static final Pattern DAY_FIRST = Pattern.compile("\\b(\\d{1,2})[\\s,.-]{1,4}(?:de\\s)?(\\p{L}{3,12})\\.?[\\s,.-]{0,3}(?:de\\s)?(\\d{4}|\\d{2,3})\\b(?!:)");
    private static final Pattern MONTH_FIRST = Pattern.compile("\\b(\\p{L}{3,12})\\.?[\\s,-]{1,3}(\\d{1,2})\\b(?![:.]\\d)");
    private static final Pattern NUMERIC = Pattern.compile("\\b(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})\\b");
    /** 2026年1月5日, 2026년 1월 5일 */
    private static final Pattern EAST_ASIAN = Pattern.compile("(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일]");
    /** 2026 09.20.30: after a year, dots make a time. */
    private static final Pattern DOTTED_TIME = Pattern.compile("(?<=\\d{4},? )(\\d{1,2})\\.(\\d{2})(?:\\.(\\d{2}))?(?= |$)");
    private static final Pattern YEAR = Pattern.compile("\\b(19\\d\\d|20\\d\\d)\\b");

    private MailDate() {}

    public static Optional<OffsetDateTime> parse(String raw) {
        String text = raw.length() > 200 ? raw.substring(0, 200) : raw;
        text = text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
        // Comments and spaces may stand within the time.
        text = text.replaceAll("\\([^()]*\\)(?=[^()]*:\\s?\\d)", "").replaceAll("(?<=\\d) ?: ?(?=\\d)", ":");
        text = EAST_ASIAN.matcher(text).replaceAll("$1-$2-$3 ").strip();
        text = text.indexOf(':') < 0 ? DOTTED_TIME.matcher(text).replaceAll(m -> m.group().replace('.', ':')) : text;
        try {
            Matcher time = TIME.matcher(text);
            int from = ISO.matcher(text).find() ? text.indexOf('T') + 1 : 0;
            boolean timed = time.find(Math.max(0, from)) || from > 0 && time.find(0);
            // A date with dots is no time: look on for one with colons.
            while (timed && !time.group().contains(":")) {
                timed = time.find();
            }
            Optional<LocalDate> day = day(text, timed ? text.substring(0, time.start()) + " " + text.substring(time.end()) : text);
            LocalTime clock = timed ? time(time) : LocalTime.MIDNIGHT;
            ZoneOffset zone = timed ? Zones.after(text.substring(time.end())) : ZoneOffset.UTC;
            return day.map(d -> d.atTime(clock).atOffset(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher m) {
        int hour = Integer.parseInt(m.group(1));
        if (m.group(4) != null) {
            hour = hour % 12 + (Character.toLowerCase(m.group(4).charAt(0)) == 'p' ? 12 : 0);
        }
        int second = m.group(3) == null ? 0 : Math.min(59, Integer.parseInt(m.group(3)));
        return LocalTime.of(hour, Integer.parseInt(m.group(2)), second);
    }

    private static Optional<LocalDate> day(String whole, String timeless) {
        Matcher iso = ISO.matcher(whole);
        if (iso.find()) {
            return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
        }
        Matcher dayFirst = DAY_FIRST.matcher(timeless);
        for (int at = 0; dayFirst.find(at); at = dayFirst.start(2)) {
            Optional<Integer> month = Months.number(dayFirst.group(2));
            if (month.isPresent()) {
                return Optional.of(LocalDate.of(year(dayFirst.group(3)), month.get(), number(dayFirst, 1)));
            }
        }
        return monthFirst(timeless).or(() -> numeric(timeless));
    }

    private static Optional<LocalDate> monthFirst(String text) {
        Matcher m = MONTH_FIRST.matcher(text);
        Matcher year = YEAR.matcher(text);
        for (int at = 0; m.find(at); at = m.end(1)) {
            Optional<Integer> month = Months.number(m.group(1));
            if (month.isPresent() && year.find(m.end())) {
                return Optional.of(LocalDate.of(number(year, 1), month.get(), number(m, 2)));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> numeric(String text) {
        Matcher m = NUMERIC.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        boolean american = m.group(2).equals("/") && number(m, 3) > 12 || m.group(2).equals("/") && number(m, 1) <= 12;
        return Optional.of(LocalDate.of(year(m.group(4)), number(m, american ? 1 : 3), number(m, american ? 3 : 1)));
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /** RFC 5322, 4.3: two digits below 50 are of this century, other short years count from 1900. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : digits.length() == 2 && year < 50 ? 2000 + year : 1900 + year;
    }

}
