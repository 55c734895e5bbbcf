package whom.tickets.filter;

/** Where a statement has its columns: {@code t} is always the ticket, {@code s} its row of sight where the statement has one. */
public enum Tables {
    TICKET, TICKET_AND_SIGHT;

    boolean sight() {
        return this == TICKET_AND_SIGHT;
    }
}
