package whom.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import whom.tickets.filter.Judged;

/**
 * A ticket as its readers see it. {@code right} is by what right this reader does; {@code due} is the next promise,
 * {@link Instant#MAX} where none was made.
 */
public record Ticket(long id, String number, String kind, long served, @Nullable Long raisedBy, @Nullable Long service, @Nullable Long offering, String subject,
                     Stage stage, Instant stageSince, @Nullable Instant stageUntil, String stageReason, Priority priority,
                     @Nullable Long team, @Nullable Long assignee, String channel, String language,
                     Instant opened, @Nullable Instant answered, @Nullable Instant solved, @Nullable Instant closed, Instant due, Instant updated,
                     int version, String right) {

    /** An agent works on it: by a team that is on it or desk-wide. A broken seal and being let in only read. */
    public boolean isWorkedOnBy() {
        return right.equals("team") || right.equals("desk");
    }

    public boolean hasPromise() {
        return !due.equals(Instant.MAX);
    }

    public Judged judged() {
        return new Judged(number, kind, served, raisedBy, service, offering, subject, stage.key(), stageSince, stageUntil, priority.impact(), priority.urgency(),
                priority.rank(), team, assignee, channel, language, opened, answered, solved, closed, due, updated);
    }
}
