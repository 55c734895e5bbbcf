package whom.tickets.listing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The orders that a list can have, each with an index behind it. Impact, urgency and promise make the order of work; who pays,
 * rank and standing never do (E1).
 */
public enum Order {
    /** What is due next first, to the one served or behind that: of what is open. */
    PROMISE("due_at", false, true),
    /** Most pressing first, then what is due next: of what is open. */
    PRIORITY("priority, due_at", false, true),
    /** Newest change first. */
    UPDATED("updated_at", true, false);

    private final String columns;
    private final boolean descending;
    private final boolean ofOpen;

    Order(String columns, boolean descending, boolean ofOpen) {
        this.columns = columns;
        this.descending = descending;
        this.ofOpen = ofOpen;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Only open tickets have promises to be ordered by. */
    boolean isOfOpen() {
        return ofOpen;
    }

    public static Optional<Order> of(String key) {
        return Arrays.stream(values()).filter(o -> o.key().equals(key)).findFirst();
    }

    /** "s.due_at, s.ticket_id", with "desc" where it is. */
    String by(String alias, String id) {
        String direction = descending ? " desc" : "";
        return places(alias, id).replace(",", direction + ",") + direction;
    }

    /** "s.due_at, s.ticket_id". */
    String places(String alias, String id) {
        return alias + columns.replace(", ", ", " + alias) + ", " + alias + id;
    }

    /** "(s.due_at, s.ticket_id) > ", for what comes after. */
    String after(String alias, String id) {
        return "(" + places(alias, id) + ") " + (descending ? "<" : ">") + " ";
    }
}
