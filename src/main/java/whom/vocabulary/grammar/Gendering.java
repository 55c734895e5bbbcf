package whom.vocabulary.grammar;

/** How German names people whose sex it does not know. The house chooses, per audience. */
public enum Gendering {
    /** "der Kunde": short, for lists and for professionals. */
    MASCULINE,
    /** "die Kundin". */
    FEMININE,
    /** "die Kundin oder der Kunde", "Kundinnen und Kunden": what the official spelling offers. */
    PAIR,
    /** "der:die Kund:in", "Kund:innen". */
    COLON
}
