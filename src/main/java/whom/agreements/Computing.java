package whom.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import whom.agreements.AgreedTerms.Whom;
import whom.agreements.TicketClocks.Reached;
import whom.agreements.TargetRule.Whose;
import whom.calendars.Calendars;
import whom.calendars.OnDuty;
import whom.calendars.WorkingTime;
import whom.standings.Standings;
import whom.tickets.RaiseTicket;

/**
 * Computes the clocks of a ticket within the transaction that touched it: which terms count, when it is due, when somebody must
 * look again, how clocks came out. Whoever changes a ticket may set it going, whatever they may read; the database sees to it that
 * it is for this transaction and this ticket alone.
 */
@Component
class Computing {

    /** A warning that comes later than this after its time tells nobody: the lists show it, and there is no flood. */
    static final Duration TOO_LATE = Duration.ofHours(1);

    private static final int KEPT = 1_000;

    private record Kept(long stamp, AgreedTerms terms) {}

    private final ClockStore store;
    private final Calendars calendars;
    private final Standings standings;
    private final OnDuty duty;
    private final Map<String, WarningChannel> channels = new HashMap<>();
    private final java.time.Clock clock;
    private final Map<Long, Kept> known = new ConcurrentHashMap<>();

    Computing(ClockStore store, Calendars calendars, Standings standings, OnDuty duty, List<WarningChannel> channels, ObjectProvider<java.time.Clock> clock) {
        this.store = store;
        this.calendars = calendars;
        this.standings = standings;
        this.duty = duty;
        channels.forEach(channel -> this.channels.put(channel.key(), channel));
        this.clock = clock.getIfAvailable(java.time.Clock::systemUTC);
    }

    /** As somebody's change makes it; what is to be told is told by the next tick. */
    void compute(long ticket) {
        store.touched(ticket).map(of -> decided(ticket, of)).ifPresent(of -> keep(ticket, of, false));
    }

    /** Before it is raised, so that it is written with its due time. */
    void foresee(RaiseTicket raise) {
        if (raise.service() != null) {
            store.prospect(raise).map(of -> read(0, of).due()).filter(due -> !due.equals(Instant.MAX)).ifPresent(store::foresee);
        }
    }

    /** As time makes it, with warnings. */
    void look(long ticket) {
        store.touched(ticket).map(of -> decided(ticket, of)).ifPresent(of -> keep(ticket, of, true));
    }

    /** What is promised for a ticket, and what stands behind that. */
    record Read(Optional<TicketClocks> promise, List<Theirs> behind) {}

    /** What a team promised, or a supplier: team null. */
    record Theirs(@Nullable Long team, TicketClocks clocks) {}

    /** What is due first of what stands behind the promise, and whether a team owes it or a supplier. */
    record Owed(Instant due, @Nullable String by) {

        private static Owed of(List<Theirs> behind) {
            return behind.stream().filter(theirs -> theirs.clocks.due().isBefore(Instant.MAX)).min(Comparator.comparing(theirs -> theirs.clocks.due()))
                    .map(first -> new Owed(first.clocks.due(), first.team == null ? "supplier" : "team")).orElse(new Owed(Instant.MAX, null));
        }
    }

    /** For a page; nothing where nothing is promised, or not for the one who looks. */
    Read read(long ticket) {
        return store.situation(ticket).map(of -> new Read(Optional.of(of).filter(it -> it.version() != null && !it.undecided()).map(it -> read(ticket, it)), behind(ticket, of)))
                .orElse(new Read(Optional.empty(), List.of()));
    }

    private Situation decided(long ticket, Situation of) {
        if (!of.undecided() || of.service() == null) {
            return of;
        }
        store.decide(ticket, standings.agreementAmong(store.covering(ticket), of.served(), of.service(), of.openedOn()).orElse(""));
        return store.situation(ticket).orElseThrow();
    }

    private void keep(long ticket, Situation of, boolean tells) {
        List<Theirs> behind = behind(ticket, of);
        Optional<TicketClocks> promise = of.version() == null ? Optional.empty() : Optional.of(read(ticket, of));
        Instant next = promise.map(clocks -> follow(ticket, of, of.team(), clocks, tells)).orElse(Instant.MAX);
        List<Outcome> outcomes = new ArrayList<>(promise.map(TicketClocks::outcomes).orElse(List.of()));
        for (Theirs theirs : behind) {
            Instant other = follow(ticket, of, theirs.team == null ? of.team() : theirs.team, theirs.clocks, tells);
            next = other.isBefore(next) ? other : next;
            outcomes.addAll(theirs.clocks.outcomes());
        }
        store.keep(ticket, of, promise.map(TicketClocks::due).orElse(Instant.MAX), Owed.of(behind), next, behind.stream().map(theirs -> theirs.clocks.agreed().version()).toList(),
                outcomes.isEmpty() && !of.hasOutcomes() ? null : outcomes);
    }

    /** When somebody must look again. */
    private Instant follow(long ticket, Situation of, @Nullable Long team, TicketClocks clocks, boolean tells) {
        List<Reached> reached = clocks.reached();
        if (tells) {
            tell(ticket, of, team, clocks, reached);
        }
        return !tells && !reached.isEmpty() ? clocks.now() : clocks.next();
    }

    private List<Theirs> behind(long ticket, Situation of) {
        if (!of.hasBehind()) {
            return List.of();
        }
        var all = new ArrayList<Theirs>();
        for (Behind behind : store.behind(ticket)) {
            List<Behind.Happened> happened = store.happened(ticket, behind.team());
            List<TicketEvent> events = behind.team() == null ? Behind.supplier(happened, of) : Behind.team(happened);
            if (!events.isEmpty()) {
                all.add(new Theirs(behind.team(), TicketClocks.behind(terms(behind.version(), behind.stamp()), of, events, hours(behind.hours()), clock.instant())));
            }
        }
        return all;
    }

    private TicketClocks read(long ticket, Situation of) {
        AgreedTerms agreed = terms(java.util.Objects.requireNonNull(of.version()), of.stamp());
        WorkingTime provider = hours(of.provider());
        WorkingTime own = of.own() == null ? provider : hours(of.own());
        return TicketClocks.read(agreed, of, of.fresh() ? List.of() : store.events(ticket), whose -> whose == Whose.SERVED ? own : provider, clock.instant());
    }

    private WorkingTime hours(Situation.Hours hours) {
        return calendars.hours(hours.calendar(), hours.stamp());
    }

    private AgreedTerms terms(long version, long stamp) {
        Kept kept = known.get(version);
        if (kept == null || kept.stamp != stamp) {
            kept = new Kept(stamp, store.terms(version));
            if (known.size() < KEPT || known.containsKey(version)) {
                known.put(version, kept);
            }
        }
        return kept.terms;
    }

    /** Of several levels of one clock that were reached meanwhile, the last tells; the others are noted. */
    private void tell(long ticket, Situation of, @Nullable Long team, TicketClocks clocks, List<Reached> reached) {
        for (Reached one : reached) {
            boolean overtaken = reached.stream().anyMatch(other -> other.clock() == one.clock() && other.level().channel().equals(one.level().channel()) && other.at().isAfter(one.at()));
            boolean helps = !overtaken && one.at().plus(TOO_LATE).isAfter(clocks.now());
            List<Long> told = store.reach(ticket, clocks.agreed().version(), one.clock(), one.run(), one.level(), one.due(),
                    helps ? people(ticket, of, team, one.level().whom(), clocks.now()) : List.of());
            WarningChannel channel = channels.get(one.level().channel());
            if (channel != null && !told.isEmpty()) {
                channel.queue(new Warned(ticket, one.clock(), one.due(), told));
            }
        }
    }

    /** Who has it; else who is on duty; else the team, so that a warning never falls on nobody. */
    private List<Long> people(long ticket, Situation of, @Nullable Long team, Whom whom, Instant now) {
        if (whom == Whom.ASSIGNEE && of.assignee() != null && java.util.Objects.equals(team, of.team())) {
            return List.of(of.assignee());
        }
        if (team == null) {
            return List.of();
        }
        List<Long> crew = store.crew(ticket, team);
        List<Long> onDuty = new ArrayList<>(crew);
        if (whom != Whom.TEAM) {
            onDuty.retainAll(duty.ids(team, now));
        }
        return onDuty.isEmpty() ? crew : onDuty;
    }
}
