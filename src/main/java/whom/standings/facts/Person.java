package whom.standings.facts;

public record Person(String id, String name) implements Fact {}
