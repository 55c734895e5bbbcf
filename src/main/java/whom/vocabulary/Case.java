package whom.vocabulary;

/** The four cases of German; English has only the first, and writes its genitive with 's. */
enum Case {
    NOMINATIVE,
    GENITIVE,
    DATIVE,
    ACCUSATIVE
}
