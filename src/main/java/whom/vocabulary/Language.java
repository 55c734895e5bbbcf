package whom.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import whom.vocabulary.grammar.BadTerm;
import whom.vocabulary.grammar.Gendering;
import whom.vocabulary.grammar.Term;

/** The languages that have a grammar here. Each knows how its nouns change in a sentence. */
public enum Language {
    EN(Locale.ENGLISH) {
        @Override
        Term term(String written, Gendering gendering) {
            return Term.english(written);
        }
    },
    DE(Locale.GERMAN) {
        @Override
        Term term(String written, Gendering gendering) {
            return Term.german(written, gendering);
        }
    };

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Reads a term as a dictionary of this language writes it. @throws BadTerm when it is not written so */
    abstract Term term(String written, Gendering gendering);

    /** @throws BadTerm when it is not written as a dictionary of this language writes it */
    public void check(String written) {
        term(written, Gendering.PAIR);
    }

    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values()).filter(each -> each.tag().equals(tag)).findFirst();
    }

    /** Whether words for people say whether they are women or men. */
    public boolean namesPeople() {
        return this == DE;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code en}, {@code de}: as files and addresses write it. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The one nearest to {@code locale}; English for those that have no grammar here. */
    public static Language of(Locale locale) {
        for (Language each : values()) {
            if (each.tag().equals(locale.getLanguage())) {
                return each;
            }
        }
        return EN;
    }
}
