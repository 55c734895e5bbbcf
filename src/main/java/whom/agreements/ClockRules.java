package whom.agreements;

import java.util.EnumSet;
import java.util.Set;

/**
 * The choices in which service desks differ. {@code docs/clocks.md} says who chooses what.
 *
 * @param stopped in these states a clock stands still; its due time moves on by the pause
 * @param hidden in these states a clock runs on but shows no due time
 * @param done the states in which the work is over
 * @param responseOnlyForServed no first response is owed on a ticket that an agent opened
 */
public record ClockRules(InStates stopped, InStates hidden, Set<String> done, WhileStopped whileStopped, AfterDone afterDone,
        NextResponseRuns nextResponseRuns, PauseCounted pauseCounted, Starts starts, boolean responseOnlyForServed) {

    /** The due time that is shown while a clock stands still. */
    public enum WhileStopped { NONE, AS_BEFORE, MOVING }

    /** The due time that is shown once the work is done, and whether opening the ticket again brings the solution clock back. */
    public enum AfterDone { NONE, NONE_UNLESS_REOPENED, KEPT }

    /** Where the clock for the next response begins; the first two run only while a message waits for its answer. */
    public enum NextResponseRuns { FROM_FIRST_UNANSWERED, FROM_LAST_UNANSWERED, FROM_LAST_CONTACT, FROM_LAST_AGENT_MESSAGE }

    public enum PauseCounted { WORKING_TIME, REAL_TIME }

    public enum Starts { AT_CREATION, WHEN_AGREED }

    public static final Set<String> FINAL = Set.of("solved", "closed");

    /**
     * Waiting for the served person stops what only they can move on, never an answer owed to them; waiting for a supplier stops
     * nothing, since whom we buy from is our affair. Solved and closed stop everything, so that a ticket opened again a week
     * later is not late at once.
     */
    public static final ClockRules HOUSE = new ClockRules(
            InStates.NONE.and(Set.of("waiting_user"), EnumSet.of(Clock.SOLUTION, Clock.REGULAR_UPDATE)).and(FINAL, EnumSet.allOf(Clock.class)),
            InStates.NONE, FINAL, WhileStopped.NONE, AfterDone.NONE_UNLESS_REOPENED, NextResponseRuns.FROM_FIRST_UNANSWERED,
            PauseCounted.WORKING_TIME, Starts.AT_CREATION, true);

    /** Which clocks waiting for the one served stops: what only they can move on, every one, or none. */
    public enum Waiting { OWN, ALL, NONE }

    /** The rules of this house, with the three choices that an agreement has. */
    public static ClockRules chosen(Waiting waiting, NextResponseRuns answers, Starts changes) {
        InStates stopped = switch (waiting) {
            case OWN -> HOUSE.stopped;
            case ALL -> InStates.NONE.and(Set.of("waiting_user"), EnumSet.allOf(Clock.class)).and(FINAL, EnumSet.allOf(Clock.class));
            case NONE -> UNSTOPPED;
        };
        return new ClockRules(stopped, HOUSE.hidden, FINAL, HOUSE.whileStopped, HOUSE.afterDone, answers, HOUSE.pauseCounted, changes, HOUSE.responseOnlyForServed);
    }

    private static final InStates UNSTOPPED = InStates.NONE.and(FINAL, EnumSet.allOf(Clock.class));

    /** Neither with the team that was asked nor with the supplier: nothing is theirs to do. */
    static final String ELSEWHERE = "elsewhere";

    /** For what a team or a supplier promised: as chosen, and over for them while the ticket is elsewhere. */
    ClockRules behind() {
        var over = new java.util.HashSet<>(done);
        over.add(ELSEWHERE);
        return new ClockRules(stopped.and(Set.of(ELSEWHERE), EnumSet.allOf(Clock.class)), hidden, over, whileStopped, afterDone, nextResponseRuns, pauseCounted, starts, false);
    }

    /** For the record: a clock that is done or stands still shows when it was due all the same. */
    ClockRules measuring() {
        return new ClockRules(stopped, hidden, done, WhileStopped.AS_BEFORE, AfterDone.KEPT, nextResponseRuns, pauseCounted, starts, responseOnlyForServed);
    }

    /** As if waiting stopped nothing. */
    ClockRules unstopped() {
        return new ClockRules(InStates.NONE.and(done, EnumSet.allOf(Clock.class)), hidden, done, whileStopped, afterDone, nextResponseRuns, pauseCounted, starts, responseOnlyForServed);
    }

    public ClockRules {
        done = Set.copyOf(done);
    }
}
