package whom.vocabulary;

/** What stands before a noun and, in German, decides how its adjectives end. */
enum Determiner {
    NONE, A, THE, NO, YOUR, THIS, EACH, WHICH, ALL,
    /** German melts some prepositions into the article: zum Kunden, zur Kundin. */
    ZUM, VOM, BEIM, IM, AM, INS;

    boolean singularOnly() {
        return this == A || this == EACH || ordinal() >= ZUM.ordinal();
    }

    boolean pluralOnly() {
        return this == ALL;
    }
}
