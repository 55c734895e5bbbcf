package whom.vocabulary.grammar;

/** Which form of a term a sentence needs. */
public record Form(Determiner determiner, Case kase, boolean plural, boolean possessive) {

    public static final Form WORD = new Form(Determiner.NONE, Case.NOMINATIVE, false, false);
    public static final Form WORDS = new Form(Determiner.NONE, Case.NOMINATIVE, true, false);
}
