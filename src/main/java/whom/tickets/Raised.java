package whom.tickets;

/** A ticket that has just been raised, and its first message. */
public record Raised(long id, String number, long message) {}
