package whom.tickets.listing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import whom.tickets.Stage;

/** A ticket in a list. {@code due} is {@link Instant#MAX} where nothing was promised. */
public record TicketRow(String number, String kind, String subject, Stage stage, @Nullable Instant stageUntil, int priority, Instant opened, Instant updated, Instant due,
                        String served, String servedKey, String servedPlace, @Nullable String assignee, @Nullable String assigneeKey, @Nullable String team, @Nullable String teamKey,
                        @Nullable String service, @Nullable String serviceKey, boolean mine) {

    public boolean hasPromise() {
        return stage.isOpen() && !due.equals(Instant.MAX);
    }

    /** What the one served is waiting for, in one place of the row. */
    public boolean isUrgent(Instant now) {
        return hasPromise() && due.isBefore(now.plusSeconds(1800));
    }

    public boolean isSoon(Instant now) {
        return hasPromise() && due.isBefore(now.plusSeconds(2 * 3600));
    }

    Place place(Order order) {
        return new Place(order == Order.UPDATED ? updated : due, priority, number);
    }
}
