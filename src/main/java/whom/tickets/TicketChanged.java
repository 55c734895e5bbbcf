package whom.tickets;

/** A ticket was raised, or its stage, priority or service changed; published in the transaction that does it. */
public record TicketChanged(long ticket) {}
