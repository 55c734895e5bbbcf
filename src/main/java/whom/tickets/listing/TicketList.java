package whom.tickets.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list, and where the next begins. {@code tooLong}: looking took longer than a page may. */
public record TicketList(List<TicketRow> rows, Order order, @Nullable String next, boolean tooLong) {

    static final int PAGE = 50;

    public TicketList {
        rows = List.copyOf(rows);
    }
}
