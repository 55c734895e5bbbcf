package whom.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Moments and dates as the reader of the page would say them. */
public record Times(Instant now, ZoneId zone, Wording words) {

    /** Up to a day how long ago or until when; beyond it the date, with its year when that is another one. */
    public String relative(Instant moment) {
        Duration away = Duration.between(moment, now);
        boolean ahead = away.isNegative();
        long minutes = away.abs().toMinutes();
        String direction = ahead ? "web.time.in." : "web.time.ago.";
        if (minutes < 1) {
            return words.say("web.time.now");
        }
        if (minutes < 60) {
            return words.say(direction + "minutes", minutes);
        }
        if (minutes < 24 * 60) {
            return words.say(direction + "hours", minutes / 60);
        }
        return date(moment.atZone(zone).toLocalDate());
    }

    public String exact(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(words.locale()).format(there);
    }

    /** The hour alone for today, else with its date. */
    public String clock(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        String hour = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(words.locale()).format(there);
        return there.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? hour : date(there.toLocalDate()) + ", " + hour;
    }

    public String date(LocalDate day) {
        boolean thisYear = day.getYear() == now.atZone(zone).getYear();
        return format(thisYear ? "MMMd" : "yMMMd", words.locale()).format(day);
    }

    public String iso(Instant moment) {
        return moment.atZone(zone).toOffsetDateTime().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    private static DateTimeFormatter format(String skeleton, Locale locale) {
        return DateTimeFormatter.ofLocalizedPattern(skeleton).withLocale(locale);
    }
}
