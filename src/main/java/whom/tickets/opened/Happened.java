package whom.tickets.opened;

import java.time.Instant;

/** An event in a sentence. */
public record Happened(Instant at, String text) {}
