package whom.vocabulary;

/** Which form of a term a sentence needs. */
record Form(Determiner determiner, Case kase, boolean plural, boolean possessive) {

    static final Form WORD = new Form(Determiner.NONE, Case.NOMINATIVE, false, false);
    static final Form WORDS = new Form(Determiner.NONE, Case.NOMINATIVE, true, false);
}
