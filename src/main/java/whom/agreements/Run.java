package whom.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A stretch in which something lasts; without an end it lasts still. */
record Run(Instant from, @Nullable Instant to) {

    Instant end(Instant now) {
        if (to != null) {
            return to;
        }
        return now.isBefore(from) ? from : now;
    }

    /** The same run, begun no earlier than {@code start}, or at its end where that is earlier still. */
    Run notBefore(Instant start) {
        Instant begun = from.isBefore(start) ? start : from;
        return new Run(to != null && begun.isAfter(to) ? to : begun, to);
    }

    /** How much of this run, until now, falls between two instants, by the measure given. */
    Duration within(Instant first, Instant last, Instant now, BiFunction<Instant, Instant, Duration> measure) {
        Instant begin = from.isBefore(first) ? first : from;
        Instant finish = end(now).isAfter(last) ? last : end(now);
        return begin.isBefore(finish) ? measure.apply(begin, finish) : Duration.ZERO;
    }
}
