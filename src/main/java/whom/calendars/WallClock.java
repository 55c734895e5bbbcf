package whom.calendars;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/**
 * When the clock on the wall of a zone shows a time. One that does not exist is moved on by the gap, and of two it is the first,
 * as {@link java.time.ZonedDateTime#of} has it. Far from any change of the clock, which is nearly always, it remembers the offset.
 */
final class WallClock {

    /** Days on either side of a change in which zone rules are asked each time; Samoa's change was a whole day. */
    private static final int NEAR = 3;

    private final ZoneId zone;
    private long plainFrom = 1;
    private long plainTo = 0;
    private long offset;

    WallClock(ZoneId zone) {
        this.zone = zone;
    }

    long second(LocalDate date, int secondOfDay) {
        if (secondOfDay == Span.DAY) {
            return second(date.plusDays(1), 0);
        }
        long day = date.toEpochDay();
        if (day < plainFrom || day > plainTo) {
            remember(date);
        }
        return day >= plainFrom && day <= plainTo
                ? day * Span.DAY + secondOfDay - offset
                : date.atTime(LocalTime.ofSecondOfDay(secondOfDay)).atZone(zone).toEpochSecond();
    }

    /** Samoa went to bed on 29 December 2011 and rose on the 31st. */
    boolean has(LocalDate date) {
        return second(date, 0) < second(date.plusDays(1), 0);
    }

    private void remember(LocalDate date) {
        var noon = date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        ZoneOffsetTransition before = zone.getRules().previousTransition(noon);
        ZoneOffsetTransition after = zone.getRules().nextTransition(noon);
        plainFrom = before == null ? Long.MIN_VALUE : Math.floorDiv(before.toEpochSecond(), Span.DAY) + NEAR;
        plainTo = after == null ? Long.MAX_VALUE : Math.floorDiv(after.toEpochSecond(), Span.DAY) - NEAR;
        offset = zone.getRules().getOffset(noon).getTotalSeconds();
    }
}
