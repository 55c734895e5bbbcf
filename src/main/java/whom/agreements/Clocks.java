package whom.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whom.agreements.ClockRules.AfterDone;
import whom.agreements.ClockRules.WhileStopped;

/** Reads the clocks of one ticket from its events. Nothing is stored: the same events give the same answer. */
public final class Clocks {

    private final Timeline timeline;
    private final ClockRules rules;

    private Clocks(Timeline timeline, ClockRules rules) {
        this.timeline = timeline;
        this.rules = rules;
    }

    /**
     * @param atCreation what was promised when the ticket was created
     * @param events in order, the creation first; those after {@code now} have not happened yet
     * @return a reading for each clock that is promised at that moment
     */
    public static Map<Clock, Reading> read(ClockRules rules, Terms atCreation, List<TicketEvent> events, Instant now) {
        var clocks = new Clocks(Timeline.of(atCreation, events, now), rules);
        var readings = new EnumMap<Clock, Reading>(Clock.class);
        clocks.timeline.terms().promises().forEach((clock, promise) -> readings.put(clock, clocks.read(clock, promise)));
        return readings;
    }

    /** The earliest due time of all. */
    public static Optional<Instant> next(Map<Clock, Reading> readings) {
        return readings.values().stream().map(Reading::due).filter(Objects::nonNull).min(Instant::compareTo);
    }

    private Reading read(Clock clock, Promise promise) {
        List<Run> pauses = timeline.in(state -> rules.stopped().covers(clock, state));
        List<Stopwatch> watches = new Runs(timeline, rules).of(clock).stream()
                .map(run -> new Stopwatch(run, pauses, promise, rules.pauseCounted())).toList();
        if (watches.isEmpty()) {
            return new Reading(promise, null, null, null, null, false, null, Duration.ZERO);
        }
        Instant until = workEnded() == null ? timeline.now : workEnded();
        Duration used = watches.stream().map(watch -> watch.used(until)).max(Duration::compareTo).orElseThrow();
        Stopwatch last = watches.getLast();
        return new Reading(promise, last.run().from(), due(clock, last), used, margin(promise.target(), used),
                watches.stream().anyMatch(watch -> watch.late(until)), last.run().to(), last.paused(until));
    }

    /** While a ticket is done no clock of it runs, whether or not that state stops them. */
    private @Nullable Instant workEnded() {
        List<Run> done = timeline.in(rules.done()::contains);
        return done.isEmpty() || done.getLast().to() != null ? null : done.getLast().from();
    }

    private @Nullable Instant due(Clock clock, Stopwatch watch) {
        boolean once = clock == Clock.FIRST_RESPONSE || clock == Clock.SOLUTION;
        boolean over = watch.run().to() != null || workEnded() != null;
        if (over && !(once && rules.afterDone() == AfterDone.KEPT) || rules.hidden().covers(clock, timeline.state())) {
            return null;
        }
        boolean stands = !over && rules.stopped().covers(clock, timeline.state());
        if (!stands || rules.whileStopped() == WhileStopped.MOVING) {
            return watch.due(timeline.now).orElse(null);
        }
        return rules.whileStopped() == WhileStopped.NONE ? null : watch.due(watch.pauses().getLast().from()).orElse(null);
    }

    private static @Nullable Duration margin(Target target, Duration used) {
        return target instanceof Target.Time(Duration time) ? time.minus(used) : null;
    }
}
