package whom.tickets.listing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as programs get it: canonical words and public keys, whatever the house says on its pages.
 *
 * @param dueAt the next promise to the one served
 * @param nextDueAt by what lists are ordered: that, or what a team or a supplier owes before it
 * @param nextDueBy "team" or "supplier" then
 */
public record TicketView(String number, String kind, String subject, String stage, @Nullable Instant stageUntil, int impact, int urgency, int priority,
                         String served, @Nullable String assignee, @Nullable String team, @Nullable String service, String channel, String language,
                         Instant openedAt, @Nullable Instant answeredAt, @Nullable Instant solvedAt, @Nullable Instant closedAt, Instant updatedAt, @Nullable Instant dueAt, @Nullable Instant nextDueAt, @Nullable String nextDueBy, int version) {

    public static TicketView of(TicketRow row) {
        return new TicketView(row.number(), row.kind(), row.subject(), row.stage().key(), row.stageUntil(), row.impact(), row.urgency(), row.priority(), row.servedKey(), row.assigneeKey(),
                row.teamKey(), row.serviceKey(), row.channel(), row.language(), row.opened(), row.answered(), row.solved(), row.closed(), row.updated(),
                known(row.promised()), known(row.due()), row.owedBy(), row.version());
    }

    private static @Nullable Instant known(Instant due) {
        return due.equals(Instant.MAX) ? null : due;
    }
}
