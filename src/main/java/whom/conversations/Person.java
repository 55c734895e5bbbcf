package whom.conversations;

/** Somebody who can be let in or can take part. */
public record Person(long id, String key, String name, String place) {}
