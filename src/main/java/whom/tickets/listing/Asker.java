package whom.tickets.listing;

import java.util.List;
import whom.tickets.filter.Asking;

/** Who reads a list, and the keys by which the desk's tickets are in their sight: their teams, and what is desk-wide. */
record Asker(Asking asking, List<Long> keys) {

    Asker {
        keys = List.copyOf(keys);
    }
}
