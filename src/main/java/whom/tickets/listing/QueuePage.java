package whom.tickets.listing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The left column with its views, and the list of the one that is looked at. */
public record QueuePage(ListAddress address, String title, boolean saved, boolean mine, String filter, List<ViewLink> views, List<ViewLink> kept, TicketList list,
                        @Nullable Integer total, @Nullable FilterFault fault, Instant now) {

    public QueuePage {
        views = List.copyOf(views);
        kept = List.copyOf(kept);
    }
}
