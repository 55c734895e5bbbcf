package whom.tickets.listing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import whom.tickets.Stage;

/** A ticket in a list. {@code due} is {@link Instant#MAX} where nothing was promised. */
public record TicketRow(String number, String kind, String subject, Stage stage, @Nullable Instant stageUntil, int impact, int urgency, int priority, String channel, String language,
                        Instant opened, @Nullable Instant answered, @Nullable Instant solved, @Nullable Instant closed, Instant updated, Instant due, int version,
                        String served, String servedKey, String servedPlace, @Nullable String assignee, @Nullable String assigneeKey, @Nullable String team, @Nullable String teamKey,
                        @Nullable String service, @Nullable String serviceKey, boolean mine) {

    public boolean hasPromise() {
        return stage.isOpen() && !due.equals(Instant.MAX);
    }

    /** While it waits for the one served, that is what its row says. */
    public boolean showsPromise() {
        return hasPromise() && stage != Stage.WAITING_USER;
    }

    Place place(Order order) {
        return new Place(order == Order.UPDATED ? updated : due, priority, number);
    }
}
