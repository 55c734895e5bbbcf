package whom.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one clock stands.
 *
 * @param began when its last run began; nothing where it never ran
 * @param due what is shown; nothing where the clock rests, is done or hides it
 * @param used working time without pauses; for a clock that runs again and again, of its longest run
 * @param margin the target less what was used; nothing for a target in days
 * @param breached the due time passed before it was done, in any run
 * @param done when it ended, where it does not run
 * @param paused how long the run stood still, in the time in which pauses are counted
 */
public record Reading(Promise promise, @Nullable Instant began, @Nullable Instant due, @Nullable Duration used, @Nullable Duration margin, boolean breached,
        @Nullable Instant done, Duration paused) {

    /** When a warning or an escalation falls, so much working time after the due time, or before it where negative. */
    public Optional<Instant> level(Duration fromDue) {
        return due == null ? Optional.empty() : promise.hours().add(due, fromDue);
    }
}
