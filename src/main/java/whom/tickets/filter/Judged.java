package whom.tickets.filter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket as a filter sees it in memory. Without a promise, {@code dueAt} is {@link Instant#MAX}. */
public record Judged(String number, String kind, long served, @Nullable Long raisedBy, @Nullable Long service, @Nullable Long offering, String subject,
                     String stage, Instant stageSince, @Nullable Instant stageUntil, int impact, int urgency, int priority,
                     @Nullable Long team, @Nullable Long assignee, String channel, String language,
                     Instant opened, @Nullable Instant answered, @Nullable Instant solved, @Nullable Instant closed, Instant due, Instant updated) {}
