package whom.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Turns taken in order, each so many weeks long, beginning on a date and handed over at the same local time ever after.
 *
 * @param <P> who takes turns: a person's id, or a team's
 */
public record Rotation<P>(List<P> members, LocalDate begins, LocalTime handover, int weeks, ZoneId zone) {

    public Rotation {
        members = List.copyOf(members);
        if (weeks < 1) {
            throw new IllegalArgumentException("A turn lasts at least one week, not " + weeks + ".");
        }
    }

    Instant start() {
        return turn(0);
    }

    /** The beginning of a turn; the first is 0. */
    private Instant turn(long n) {
        return begins.plusWeeks(n * weeks).atTime(handover).atZone(zone).toInstant();
    }

    /** Whose turn it is, from when and until when; not asked before the start, nor where nobody takes part. */
    Duty<P> at(Instant t) {
        long days = ChronoUnit.DAYS.between(begins, ZonedDateTime.ofInstant(t, zone).toLocalDate());
        long n = Math.floorDiv(days, 7L * weeks);
        if (turn(n).isAfter(t)) {
            n--;
        }
        return new Duty<>(members.get((int) Math.floorMod(n, members.size())), turn(n), turn(n + 1));
    }
}
