package whom.vocabulary.grammar;

/** What stands before a noun and, in German, decides how its adjectives end. */
public enum Determiner {
    NONE, A, THE, NO, YOUR, THIS, EACH, WHICH, ALL,
    /** German melts some prepositions into the article: zum Kunden, zur Kundin. */
    ZUM, VOM, BEIM, IM, AM, INS;

    public boolean singularOnly() {
        return this == A || this == EACH || ordinal() >= ZUM.ordinal();
    }

    public boolean pluralOnly() {
        return this == ALL;
    }

    /** zum, vom, beim, im and am stand before a dative, ins before an accusative; all others before any case. */
    public boolean stands(Case kase) {
        return ordinal() < ZUM.ordinal() || kase == (this == INS ? Case.ACCUSATIVE : Case.DATIVE);
    }
}
