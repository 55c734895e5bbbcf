package whom.agreements;

import java.time.Instant;

/** A warning in the list of whom it went to: the ticket's envelope. {@code minutes} as its level says. */
public record Warning(String key, String number, String clock, int minutes, Instant due, Instant at, boolean seen, boolean over) {}
