package whom.standings.facts;

/** A person heads a unit or holds its budget; they need not be its member. */
public record Office(Duty duty, String unit, String person, Period period) implements Dated {}
