package whom.vocabulary;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/** The units of those who read, remembered for a minute: they are asked for with every page. */
final class ReadersUnits {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 20_000;

    private record Known(List<Long> units, Instant until) {}

    private final LongFunction<List<Long>> ask;
    private final InstantSource clock;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    ReadersUnits(LongFunction<List<Long>> ask, InstantSource clock) {
        this.ask = ask;
        this.clock = clock;
    }

    List<Long> of(long account) {
        Instant now = clock.instant();
        Known remembered = known.get(account);
        if (remembered != null && now.isBefore(remembered.until)) {
            return remembered.units;
        }
        if (known.size() > MOST) {
            known.clear();
        }
        List<Long> units = ask.apply(account);
        known.put(account, new Known(units, now.plus(REMEMBERED)));
        return units;
    }
}
