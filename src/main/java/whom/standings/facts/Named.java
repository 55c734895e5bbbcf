package whom.standings.facts;

/** A dated fact with an id of its own, so that it can be evidence. */
public sealed interface Named extends Dated permits Scoped, Oversight, Initiative, Observation, LetIn, SealBreak {

    String id();
}
