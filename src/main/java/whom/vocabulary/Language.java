package whom.vocabulary;

import java.util.Locale;
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
