package whom.tickets.filter;

/** Where a statement has its columns: {@code t} is always the ticket, {@code s} its row of sight where the statement has one. */
public enum Tables {
    TICKET, TICKET_AND_SIGHT;

    boolean sight() {
        return this == TICKET_AND_SIGHT;
    }

    /** What is due next: the promise to the one served, or what a team or a supplier owes behind it, for whoever works on the ticket. Sight has it ready. */
    public String due() {
        return sight() ? "s.due_at" : "case when t.behind_due_at < t.due_at and conversations.is_my_work(t.id) then t.behind_due_at else t.due_at end";
    }
}
