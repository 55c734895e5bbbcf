package whom.standings.facts;

/** Something that IT produces with a service. */
public record Output(String id, String service, String name) implements Fact {}
