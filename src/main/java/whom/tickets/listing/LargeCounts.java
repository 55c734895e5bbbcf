package whom.tickets.listing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What it took many tickets to count, remembered for half a minute: counting ten thousand takes longer than a page may, and nobody
 * works by whether there are 4,213 or 4,214. What few were passed over for is counted each time. Whose rights change asks with
 * other keys, and so anew; whoever does something themselves sees it counted at once ({@link OwnDoing}).
 */
final class LargeCounts {

    static final int LARGE = 500;
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST = 2_000;

    record Of(long account, List<Long> keys, String filter, ZoneId zone) {}

    private record Known(int count, Instant until) {}

    private final Map<Long, Map<Of, Known>> known = new ConcurrentHashMap<>();

    Optional<Integer> count(Of what, Instant now) {
        return Optional.ofNullable(known.getOrDefault(what.account(), Map.of()).get(what)).filter(k -> now.isBefore(k.until)).map(Known::count);
    }

    /** @param passed how many were looked at for it */
    void remember(Of what, int count, int passed, Instant now) {
        if (passed < LARGE) {
            return;
        }
        if (known.size() > MOST) {
            known.clear();
        }
        known.computeIfAbsent(what.account(), account -> new ConcurrentHashMap<>()).put(what, new Known(count, now.plus(REMEMBERED)));
    }

    void forget(long account) {
        known.remove(account);
    }
}
