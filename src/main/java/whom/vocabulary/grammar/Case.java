package whom.vocabulary.grammar;

/** The four cases of German; English has only the first, and writes its genitive with 's. */
public enum Case {
    NOMINATIVE,
    GENITIVE,
    DATIVE,
    ACCUSATIVE
}
