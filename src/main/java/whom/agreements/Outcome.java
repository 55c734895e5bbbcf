package whom.agreements;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a clock came out, or that it is late already.
 *
 * @param version the terms under which it was promised
 * @param at when it ended; while it runs, when it became late
 * @param latePlain whether it would be late if waiting had stopped nothing
 * @param unasked it waited for the one served without a question to them
 */
record Outcome(long version, Clock clock, Instant at, boolean done, boolean late, boolean latePlain, @Nullable Instant due, @Nullable Duration used, Duration paused, boolean unasked) {}
