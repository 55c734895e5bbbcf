package whom.tickets.listing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts of many, remembered for half a minute: counting ten thousand takes longer than a page may, and nobody works by whether
 * there are 4,213 or 4,214. What is few is counted each time. Whose rights change asks with other keys, and so anew.
 */
final class LargeCounts {

    static final int LARGE = 500;
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST = 20_000;

    record Of(long account, List<Long> keys, String filter, ZoneId zone) {}

    private record Known(int count, Instant until) {}

    private final Map<Of, Known> known = new ConcurrentHashMap<>();

    Optional<Integer> count(Of what, Instant now) {
        return Optional.ofNullable(known.get(what)).filter(k -> now.isBefore(k.until)).map(Known::count);
    }

    void remember(Of what, int count, Instant now) {
        if (count < LARGE) {
            known.remove(what);
            return;
        }
        if (known.size() > MOST) {
            known.clear();
        }
        known.put(what, new Known(count, now.plus(REMEMBERED)));
    }
}
