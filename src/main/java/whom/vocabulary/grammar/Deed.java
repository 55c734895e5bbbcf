package whom.vocabulary.grammar;

/**
 * What a party does, for sentences about money, rights and approvals where one word covers several facts: "the partner
 * who pays". English adds a clause that agrees in number; German an adjective ("der zahlende Partner"), since a clause
 * would need a comma that depends on what follows.
 */
public record Deed(String one, String several) {}
