package whom.tickets.listing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import whom.tickets.Stage;

/**
 * A ticket in a list.
 *
 * @param due what is due next; {@link Instant#MAX} where nothing is
 * @param promised what is due next to the one served
 * @param owedBy "team" or "supplier" where one of these is due before that; only for whoever works on it
 */
public record TicketRow(String number, String kind, String subject, Stage stage, @Nullable Instant stageUntil, int impact, int urgency, int priority, String channel, String language,
                        Instant opened, @Nullable Instant answered, @Nullable Instant solved, @Nullable Instant closed, Instant updated, Instant due, Instant promised, @Nullable String owedBy, int version,
                        String served, String servedKey, String servedPlace, @Nullable String assignee, @Nullable String assigneeKey, @Nullable String team, @Nullable String teamKey,
                        @Nullable String service, @Nullable String serviceKey, boolean mine) {

    public boolean isDue() {
        return stage.isOpen() && !due.equals(Instant.MAX);
    }

    Place place(Order order) {
        return new Place(order == Order.UPDATED ? updated : due, priority, number);
    }
}
