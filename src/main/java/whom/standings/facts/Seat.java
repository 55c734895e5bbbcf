package whom.standings.facts;

/** A place among the members of a team or an initiative, or a team's on a ticket. */
public record Seat(String of, Period period) implements Dated {}
