package whom.standings.facts;

/** A company, division, department, team, project, committee or external organisation: all are units alike. */
public record Unit(String id, String name, String kind) implements Fact {}
