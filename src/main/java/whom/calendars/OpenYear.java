package whom.calendars;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One year of a calendar as stretches of elapsed time, in order and apart, with the sum up to each. Changes of the clock end
 * here: whoever reads it sees seconds only.
 */
final class OpenYear {

    private record Stretch(long from, long to) {}

    private final long begins;
    private final long ends;
    private final long[] opens;
    private final long[] closes;
    /** Open seconds before each stretch, and in all of them at the end. */
    private final long[] sums;

    private OpenYear(long begins, long ends, List<Stretch> stretches) {
        this.begins = begins;
        this.ends = ends;
        opens = stretches.stream().mapToLong(Stretch::from).toArray();
        closes = stretches.stream().mapToLong(Stretch::to).toArray();
        sums = new long[opens.length + 1];
        for (int i = 0; i < opens.length; i++) {
            sums[i + 1] = sums[i] + closes[i] - opens[i];
        }
    }

    static OpenYear of(OpenHours calendar, int year) {
        var clock = new WallClock(calendar.zone());
        long begins = clock.second(LocalDate.of(year, 1, 1), 0);
        long ends = clock.second(LocalDate.of(year + 1, 1, 1), 0);
        return new OpenYear(begins, ends, joined(stretches(calendar, clock, year, begins, ends)));
    }

    /** The days on either side are asked too, since a gap at midnight can carry a closing time into the next day. */
    private static List<Stretch> stretches(OpenHours calendar, WallClock clock, int year, long begins, long ends) {
        var stretches = new ArrayList<Stretch>();
        LocalDate last = LocalDate.of(year + 1, 1, 1);
        for (LocalDate date = LocalDate.of(year - 1, 12, 31); !date.isAfter(last); date = date.plusDays(1)) {
            List<Span> spans = calendar.on(date);
            if (spans.isEmpty() || !clock.has(date)) {
                continue;
            }
            for (Span span : spans) {
                long from = Math.max(begins, clock.second(date, span.from()));
                long to = Math.min(ends, clock.second(date, span.to()));
                if (from < to) {
                    stretches.add(new Stretch(from, to));
                }
            }
        }
        return stretches;
    }

    private static List<Stretch> joined(List<Stretch> stretches) {
        stretches.sort(Comparator.comparingLong(Stretch::from));
        var joined = new ArrayList<Stretch>(stretches.size());
        for (Stretch next : stretches) {
            Stretch before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && next.from <= before.to) {
                joined.set(joined.size() - 1, new Stretch(before.from, Math.max(before.to, next.to)));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    boolean endsBefore(Instant t) {
        return t.getEpochSecond() >= ends;
    }

    boolean beginsAfter(Instant t) {
        return t.getEpochSecond() < begins;
    }

    Duration total() {
        return Duration.ofSeconds(sums[opens.length]);
    }

    /** Open time from the beginning of the year up to {@code t}. */
    Duration until(Instant t) {
        int i = lastOpenedBy(t);
        if (i < 0) {
            return Duration.ZERO;
        }
        return t.getEpochSecond() >= closes[i]
                ? Duration.ofSeconds(sums[i + 1])
                : Duration.ofSeconds(sums[i]).plus(Duration.between(Instant.ofEpochSecond(opens[i]), t));
    }

    /** The first instant up to which that much was open; more than nothing, and not more than {@link #total()}. */
    Instant earliest(Duration open) {
        return after(open, open.getNano() == 0 ? open.getSeconds() - 1 : open.getSeconds());
    }

    /** The last instant up to which no more than that was open; less than {@link #total()}. */
    Instant latest(Duration open) {
        return after(open, open.getSeconds());
    }

    private Instant after(Duration open, long sum) {
        int i = position(sums, sum);
        return Instant.ofEpochSecond(opens[i]).plus(open.minusSeconds(sums[i]));
    }

    boolean isOpen(Instant t) {
        int i = lastOpenedBy(t);
        return i >= 0 && t.getEpochSecond() < closes[i];
    }

    private int lastOpenedBy(Instant t) {
        return position(opens, t.getEpochSecond());
    }

    /** The place of the last number that is not above {@code key}; -1 where all are. */
    private static int position(long[] sorted, long key) {
        int found = Arrays.binarySearch(sorted, key);
        return found >= 0 ? found : -found - 2;
    }
}
