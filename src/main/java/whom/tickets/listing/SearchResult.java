package whom.tickets.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found, newest change first; {@code similar}: subjects with words like these, where little was found. */
public record SearchResult(List<TicketRow> rows, List<TicketRow> similar, @Nullable String next, boolean gaveUp) {

    static final SearchResult NOTHING = new SearchResult(List.of(), List.of(), null, false);

    public SearchResult {
        rows = List.copyOf(rows);
        similar = List.copyOf(similar);
    }
}
