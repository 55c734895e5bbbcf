package whom.calendars;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the working time of one calendar, exactly and in elapsed time: a day of 24 hours has 23 or 25 when the clock changes.
 * Adding and measuring read the same sums, so that one undoes the other. Years are laid out when first asked for and kept.
 */
public final class WorkingTime {

    /** How many years an answer may lie away: what a calendar does not reach within them, it is taken never to reach. */
    public static final int HORIZON = 200;

    private static final int KEPT = 256;

    private final OpenHours calendar;
    private final Map<Integer, OpenYear> years = new ConcurrentHashMap<>();

    public WorkingTime(OpenHours calendar) {
        this.calendar = calendar;
    }

    public OpenHours calendar() {
        return calendar;
    }

    /**
     * For a positive span the first instant with that much working time since {@code from}: closing time rather than the next
     * opening. For a negative one the last instant with that much up to {@code from}. {@code from} itself for none at all.
     *
     * @return empty when the calendar does not have that much within {@link #HORIZON} years
     */
    public Optional<Instant> add(Instant from, Duration span) {
        if (span.isZero()) {
            return Optional.of(from);
        }
        return span.isPositive() ? forward(from, span) : backward(from, span.negated());
    }

    private Optional<Instant> forward(Instant from, Duration span) {
        int first = yearOf(from);
        Duration open = year(first).until(from).plus(span);
        for (int y = first; y <= first + HORIZON; y++) {
            OpenYear year = year(y);
            if (open.compareTo(year.total()) <= 0) {
                return Optional.of(year.earliest(open));
            }
            open = open.minus(year.total());
        }
        return Optional.empty();
    }

    private Optional<Instant> backward(Instant from, Duration span) {
        int first = yearOf(from);
        Duration open = year(first).until(from).minus(span);
        int y = first;
        while (open.isNegative()) {
            if (y == first - HORIZON) {
                return Optional.empty();
            }
            y--;
            open = open.plus(year(y).total());
        }
        return Optional.of(year(y).latest(open));
    }

    /**
     * The same time of day so many working days on, or closing time: always for {@code endOfDay}, else where that day closes
     * earlier. From a closed date it counts as from the opening of the next open one.
     *
     * @return empty when the calendar does not have that many within {@link #HORIZON} years
     */
    public Optional<Instant> addDays(Instant from, int days, boolean endOfDay) {
        return WorkingDays.add(calendar, from, days, endOfDay);
    }

    /** Working time from one instant to another; negative when they are swapped, so that pieces always add up. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        int last = yearOf(to);
        Duration open = year(last).until(to);
        int first = yearOf(from);
        for (int y = first; y < last; y++) {
            open = open.plus(year(y).total());
        }
        return open.minus(year(first).until(from));
    }

    public boolean isOpen(Instant at) {
        return year(yearOf(at)).isOpen(at);
    }

    /** {@code from} where it is open, else the next opening; empty when there is none within {@link #HORIZON} years. */
    public Optional<Instant> nextOpen(Instant from) {
        return isOpen(from) ? Optional.of(from) : forward(from, Duration.ofNanos(1)).map(t -> t.minusNanos(1));
    }

    /** The last instant up to which it was open: {@code from} itself within a span or at its end, else the closing time before. */
    public Optional<Instant> previousOpen(Instant from) {
        return backward(from, Duration.ofNanos(1)).map(t -> t.plusNanos(1));
    }

    /** The local year, except where turning the clock back at New Year lets its last hour come twice. */
    private int yearOf(Instant t) {
        int local = t.atZone(calendar.zone()).getYear();
        if (local < 1 || local > 9999) {
            throw new IllegalArgumentException("Working time is counted in the years 1 to 9999, not in " + local + ".");
        }
        OpenYear year = year(local);
        return year.beginsAfter(t) ? local - 1 : year.endsBefore(t) ? local + 1 : local;
    }

    private OpenYear year(int y) {
        OpenYear known = years.get(y);
        if (known == null) {
            known = OpenYear.of(calendar, y);
            if (years.size() < KEPT) {
                years.put(y, known);
            }
        }
        return known;
    }
}
