package whom.standings.facts;

/** A person belongs to a unit. On no day has anybody two primary ones. */
public record Membership(String person, String unit, boolean primary, Period period) implements Dated {}
