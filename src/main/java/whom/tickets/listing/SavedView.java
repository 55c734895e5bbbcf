package whom.tickets.listing;

/** A view that somebody keeps, or shares with all agents. Its filter is text, since what it names may be gone by now. */
public record SavedView(String key, String name, String filter, boolean shared, boolean mine) {}
