package whom.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whom.agreements.AgreedTerms.Level;
import whom.agreements.ClockRules.Starts;
import whom.agreements.TargetRule.Whose;
import whom.agreements.TicketEvent.AgreementChanged;
import whom.agreements.TicketEvent.Created;
import whom.agreements.TicketEvent.Side;
import whom.agreements.TicketEvent.StateChanged;
import whom.calendars.WorkingTime;

/**
 * The clocks of one ticket at one moment, read from what happened to it. Pure: the same events give the same answer.
 *
 * @param ownHours those that are counted in the working hours of the one served
 */
record TicketClocks(AgreedTerms agreed, Terms terms, Set<Clock> ownHours, List<TicketEvent> events, List<Waits.Wait> waits, Instant now, Map<Clock, Reading> readings) {

    /** A level that was reached while its clock runs. */
    record Reached(Clock clock, Instant run, Level level, Instant at, Instant due) {}

    /** @param happened messages and changes of state after the creation, in order */
    static TicketClocks read(AgreedTerms agreed, Situation of, List<TicketEvent> happened, java.util.function.Function<Whose, WorkingTime> hours, Instant clock) {
        Terms terms = agreed.targets().terms(of.subject(), of.openedOn(), hours);
        List<TicketEvent> events = new ArrayList<>();
        events.add(new Created(of.opened(), "new", of.byAgent() ? Side.AGENT : Side.SERVED));
        events.addAll(happened);
        String state = happened.stream().filter(StateChanged.class::isInstance).map(e -> ((StateChanged) e).to()).reduce("new", (_, last) -> last);
        if (!state.equals(of.stage())) {
            events.add(new StateChanged(of.stageSince().isBefore(of.opened()) ? of.opened() : of.stageSince(), of.stage()));
        }
        if (agreed.rules().starts() == Starts.WHEN_AGREED && of.agreed().isAfter(of.opened())) {
            events.add(new AgreementChanged(of.agreed(), terms));
        }
        events.subList(1, events.size()).sort(Comparator.comparing(TicketEvent::at));
        Set<Clock> own = of.own() == null ? Set.of() : agreed.targets().inOwnHours(of.subject(), of.openedOn());
        return of(agreed, terms, own, events, Waits.of(events), clock);
    }

    /** What a team that was asked has promised, or a supplier. Waiting is not theirs to ask about. */
    static TicketClocks behind(AgreedTerms agreed, Situation of, List<TicketEvent> events, WorkingTime hours, Instant clock) {
        Terms terms = agreed.targets().terms(of.subject(), agreed.from(), _ -> hours);
        return of(agreed.behind(), terms, Set.of(), events, List.of(), clock);
    }

    private static TicketClocks of(AgreedTerms agreed, Terms terms, Set<Clock> ownHours, List<TicketEvent> events, List<Waits.Wait> waits, Instant clock) {
        Instant now = events.getLast().at().isAfter(clock) ? events.getLast().at() : clock;
        return new TicketClocks(agreed, terms, ownHours, events, waits, now, Clocks.read(agreed.rules(), terms, events, now));
    }

    /** The earliest due time; {@link Instant#MAX} where nothing runs. */
    Instant due() {
        return Clocks.next(readings).orElse(Instant.MAX);
    }

    /** When something will happen by itself: a due time passes or a level is reached. One that is reached and not told yet counts. */
    Instant next() {
        Instant next = Instant.MAX;
        for (var each : readings.entrySet()) {
            Reading reading = each.getValue();
            if (reading.due() == null) {
                continue;
            }
            next = earlier(next, reading.due());
            for (Level level : agreed.levels(each.getKey())) {
                next = earlier(next, reading.level(level.fromDue()).orElse(null));
            }
        }
        return next;
    }

    private Instant earlier(Instant next, @Nullable Instant other) {
        return other != null && other.isAfter(now) && other.isBefore(next) ? other : next;
    }

    List<Reached> reached() {
        var reached = new ArrayList<Reached>();
        readings.forEach((clock, reading) -> {
            if (reading.due() != null && reading.began() != null) {
                for (Level level : agreed.levels(clock)) {
                    reading.level(level.fromDue()).filter(at -> !at.isAfter(now)).ifPresent(at -> reached.add(new Reached(clock, reading.began(), level, at, reading.due())));
                }
            }
        });
        return reached;
    }

    /** Of clocks that ended, and of those that are late while they run. */
    List<Outcome> outcomes() {
        if (readings.values().stream().noneMatch(reading -> reading.done() != null || reading.breached())) {
            return List.of();
        }
        Map<Clock, Reading> measured = Clocks.read(agreed.rules().measuring(), terms, events, now);
        Map<Clock, Reading> plain = Clocks.read(agreed.rules().unstopped(), terms, events, now);
        boolean unasked = waits.stream().anyMatch(wait -> !wait.asked());
        var outcomes = new ArrayList<Outcome>();
        readings.forEach((clock, reading) -> {
            if (reading.done() == null && !reading.breached()) {
                return;
            }
            Reading full = measured.get(clock);
            Instant at = reading.done() != null ? reading.done() : full.due() != null ? full.due() : now;
            outcomes.add(new Outcome(agreed.version(), clock, at, reading.done() != null, reading.breached(), plain.get(clock).breached(), full.due(), reading.used(), reading.paused(), unasked && stops(clock)));
        });
        return outcomes;
    }

    private boolean stops(Clock clock) {
        return agreed.rules().stopped().covers(clock, "waiting_user");
    }

    /** How long it waited for the one served, in the hours of a clock. */
    Duration waited(WorkingTime hours) {
        return waits.stream().map(wait -> hours.between(wait.from(), wait.to() == null ? now : wait.to())).reduce(Duration.ZERO, Duration::plus);
    }
}
