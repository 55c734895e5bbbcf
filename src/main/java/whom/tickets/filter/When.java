package whom.tickets.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as it is written: {@code 2h}, {@code 2026-01-31}, {@code 2026-01}, {@code 2026-01-31T17:30}, {@code today}, {@code none}. */
sealed interface When {

    /** So far from now. */
    record Away(Duration duration) implements When {}

    /** At any time, or never. */
    record Known(boolean any) implements When {}

    /** A stretch of the asker's calendar. */
    sealed interface Span extends When {
        LocalDateTime begins(LocalDate today);

        LocalDateTime ends(LocalDate today);

        default Instant from(Asking asking) {
            return begins(today(asking)).atZone(asking.zone()).toInstant();
        }

        default Instant to(Asking asking) {
            return ends(today(asking)).atZone(asking.zone()).toInstant();
        }

        private static LocalDate today(Asking asking) {
            return LocalDate.ofInstant(asking.now(), asking.zone());
        }
    }

    record Fixed(LocalDateTime begins, ChronoUnit length) implements Span {
        @Override
        public LocalDateTime begins(LocalDate today) {
            return begins;
        }

        @Override
        public LocalDateTime ends(LocalDate today) {
            return begins.plus(1, length);
        }
    }

    record Day(int fromToday) implements Span {
        @Override
        public LocalDateTime begins(LocalDate today) {
            return today.plusDays(fromToday).atStartOfDay();
        }

        @Override
        public LocalDateTime ends(LocalDate today) {
            return today.plusDays(fromToday + 1L).atStartOfDay();
        }
    }

    Pattern AWAY = Pattern.compile("(\\d{1,4})(min|m|h|d|w)");
    Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[Tt](\\d{2}):(\\d{2}))?)?)?");

    static When read(Value value) {
        Matcher away = AWAY.matcher(value.small());
        if (away.matches()) {
            return new Away(unit(away.group(2)).multipliedBy(Integer.parseInt(away.group(1))));
        }
        Matcher date = DATE.matcher(value.text());
        if (date.matches()) {
            return fixed(date, value);
        }
        return switch (value.small()) {
            case "today" -> new Day(0);
            case "yesterday" -> new Day(-1);
            case "tomorrow" -> new Day(1);
            case "now" -> new Away(Duration.ZERO);
            case "none" -> new Known(false);
            case "any" -> new Known(true);
            default -> throw value.wrong("tickets.filter.not_a_time", value.text());
        };
    }

    private static When fixed(Matcher date, Value value) {
        try {
            ChronoUnit length = date.group(4) != null ? ChronoUnit.MINUTES : date.group(3) != null ? ChronoUnit.DAYS
                    : date.group(2) != null ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
            return new Fixed(LocalDateTime.of(part(date, 1), part(date, 2), part(date, 3),
                    date.group(4) == null ? 0 : part(date, 4), date.group(5) == null ? 0 : part(date, 5)), length);
        } catch (DateTimeException e) {
            throw value.wrong("tickets.filter.no_such_day", value.text());
        }
    }

    private static int part(Matcher date, int group) {
        return date.group(group) == null ? 1 : Integer.parseInt(date.group(group));
    }

    private static Duration unit(String letters) {
        return switch (letters) {
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            case "w" -> Duration.ofDays(7);
            default -> Duration.ofMinutes(1);
        };
    }
}
