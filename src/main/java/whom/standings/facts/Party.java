package whom.standings.facts;

/** One who pays or oversees: a person, or a unit through those who answer for it. */
public sealed interface Party {

    record OfUnit(String unit) implements Party {}

    record OfPerson(String person) implements Party {}
}
