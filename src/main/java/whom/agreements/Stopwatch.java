package whom.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import whom.agreements.ClockRules.PauseCounted;

/** One run of a clock with its pauses, measured up to any moment. */
record Stopwatch(Run run, List<Run> pauses, Promise promise, PauseCounted counted) {

    Duration used(Instant until) {
        Instant end = run.end(until);
        return promise.hours().between(run.from(), end).minus(paused(end, promise.hours()::between));
    }

    Duration paused(Instant until) {
        return paused(run.end(until), counted == PauseCounted.REAL_TIME ? Duration::between : promise.hours()::between);
    }

    private Duration paused(Instant until, BiFunction<Instant, Instant, Duration> measure) {
        return pauses.stream().map(pause -> pause.within(run.from(), until, until, measure)).reduce(Duration.ZERO, Duration::plus);
    }

    /** When it is due, as it stood then: later pauses still move it. */
    Optional<Instant> due(Instant asOf) {
        Duration paused = paused(asOf);
        return promise.target().due(run.from(), promise.hours()).flatMap(due -> counted == PauseCounted.REAL_TIME
                ? Optional.of(due.plus(paused))
                : promise.hours().add(due, paused));
    }

    /**
     * Only what runs becomes late, and what was late when it was stopped stays so: a pause moves the due time on, over a closing time
     * even past the moment at which it was missed.
     */
    boolean late(Instant now) {
        Instant end = run.end(now);
        boolean stands = pauses.stream().anyMatch(pause -> !pause.from().isAfter(end) && (pause.to() == null || pause.to().isAfter(end)));
        return Stream.concat(pauses.stream().map(Run::from).filter(stop -> stop.isAfter(run.from()) && !stop.isAfter(end)), stands ? Stream.empty() : Stream.of(end))
                .anyMatch(at -> due(at).map(at::isAfter).orElse(false));
    }
}
