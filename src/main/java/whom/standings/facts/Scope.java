package whom.standings.facts;

/** Whom a fact about a service takes in. */
public sealed interface Scope {

    record Everybody() implements Scope {}

    /** Whoever is a direct member of the unit or of one below it. */
    record OfUnit(String unit) implements Scope {}

    /** The direct members of the unit only. */
    record OfProject(String project) implements Scope {}

    record OfPerson(String person) implements Scope {}

    Scope EVERYBODY = new Everybody();
}
