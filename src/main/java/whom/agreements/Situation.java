package whom.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as far as its clocks are concerned.
 *
 * @param version the terms under which it is served; null where nothing is promised
 * @param fresh it has just been raised, so nothing has happened to it yet
 * @param undecided several agreements could cover it: which one does is still to be found
 * @param hasBehind a team was asked, or a supplier waited for, in a house that has agreements on that
 * @param own the calendar of the one served, where targets count in it and there is one
 */
record Situation(Instant opened, LocalDate openedOn, String kind, int priority, @Nullable String offering, String stage, Instant stageSince, boolean byAgent, boolean fresh,
        String served, @Nullable String service, @Nullable Long team, @Nullable Long assignee, Set<String> functions,
        @Nullable Long version, Instant agreed, boolean undecided, long stamp, Hours provider, @Nullable Hours own, boolean hasOutcomes, Instant due,
        boolean hasBehind) {

    record Hours(long calendar, long stamp) {}

    TargetRule.Subject subject() {
        return new TargetRule.Subject(offering, kind, priority, functions);
    }
}
