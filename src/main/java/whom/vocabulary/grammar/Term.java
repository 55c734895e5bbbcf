package whom.vocabulary.grammar;

import org.jspecify.annotations.Nullable;

/** A word for a fact in one language, with every form that a sentence may need. */
public sealed interface Term permits EnglishTerm, GermanTerm {

    /** Written {@code a client, clients}. @throws BadTerm when it is not */
    static Term english(String written) {
        return EnglishTerm.of(written);
    }

    /** Written {@code der Klient, des Klienten, die Klienten}. @throws BadTerm when it is not */
    static Term german(String written, Gendering gendering) {
        return GermanTerm.of(written, gendering);
    }

    /** @param deed what to add about what the party does; null for nothing */
    String form(Form form, @Nullable Deed deed);

    /** As a dictionary writes it and as it is stored: {@code a client, clients}. */
    String written();

    /** The bare word: {@code client}. */
    default String word() {
        return form(Form.WORD, null);
    }
}
