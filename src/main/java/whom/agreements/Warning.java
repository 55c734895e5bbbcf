package whom.agreements;

import java.time.Instant;

/** A warning in the list of whom it went to: the ticket's envelope. {@code minutes} as its level says; {@code behind} names the agreement with a team or a supplier, "" for the promise to the one served. */
public record Warning(String key, String number, String clock, int minutes, Instant due, Instant at, boolean seen, boolean over, String behind) {}
