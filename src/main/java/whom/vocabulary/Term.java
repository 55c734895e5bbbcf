package whom.vocabulary;

import org.jspecify.annotations.Nullable;

/** A word for a fact in one language, with every form that a sentence may need. */
sealed interface Term permits EnglishTerm, GermanTerm {

    /** @param deed what to add about what the party does; null for nothing */
    String form(Form form, @Nullable Deed deed);

    /** As a dictionary writes it and as it is stored: {@code a client, clients}. */
    String written();

    /** The bare word: {@code client}. */
    default String word() {
        return form(Form.WORD, null);
    }
}
