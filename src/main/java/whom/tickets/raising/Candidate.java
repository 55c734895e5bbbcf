package whom.tickets.raising;

/** Somebody for whom a ticket can be raised. */
public record Candidate(String key, String name, String about) {}
