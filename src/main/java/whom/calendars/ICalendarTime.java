package whom.calendars;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import whom.calendars.ICalendarText.Line;

/** Dates and times as iCalendar writes them, brought to the wall clock of the calendar that they are read for. */
final class ICalendarTime {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private ICalendarTime() {}

    static LocalDate date(String text) {
        return LocalDate.parse(text, DATE);
    }

    static boolean isDate(Line line) {
        return "DATE".equalsIgnoreCase(line.parameters().get("VALUE")) || !line.value().contains("T");
    }

    /** A date is its beginning. A time in a zone that nobody knows (Outlook's own names) counts as local. */
    static LocalDateTime local(Line line, ZoneId zone) {
        if (isDate(line)) {
            return date(line.value()).atStartOfDay();
        }
        boolean utc = line.value().endsWith("Z");
        LocalDateTime written = LocalDateTime.parse(utc ? line.value().substring(0, line.value().length() - 1) : line.value(), TIME);
        ZoneId from = utc ? ZoneOffset.UTC : zone(line.parameters().get("TZID"), zone);
        return written.atZone(from).withZoneSameInstant(zone).toLocalDateTime();
    }

    private static ZoneId zone(String name, ZoneId otherwise) {
        try {
            return name == null ? otherwise : ZoneId.of(name);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** {@code P1D}, {@code P2W}, {@code PT90M}, {@code P1DT12H}. */
    static LocalDateTime after(LocalDateTime from, String duration) {
        String text = duration.toUpperCase(Locale.ROOT);
        int time = text.indexOf('T');
        String days = time < 0 ? text : text.substring(0, time);
        LocalDateTime end = days.equals("P") ? from : from.plus(Period.parse(days));
        return time < 0 ? end : end.plus(Duration.parse("P" + text.substring(time)));
    }
}
