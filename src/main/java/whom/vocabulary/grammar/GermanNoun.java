package whom.vocabulary.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * One German noun with the adjectives before it, read from the three forms that every dictionary gives:
 * {@code der zahlende Kunde, des zahlenden Kunden, die zahlenden Kunden}. All others follow from these.
 *
 * @param adjectives as after "der", without the ending; a word that does not change ("nicht") keeps a trailing space mark
 * @param adjectival the noun itself declines as an adjective: der Beteiligte, ein Beteiligter
 */
record GermanNoun(Gender gender, List<String> adjectives, String nominative, String genitive, String plural, boolean adjectival) {

    /** Marks a word before the noun that never changes. */
    private static final String FIXED = " ";

    static GermanNoun of(String nominative, String genitive, String plural, boolean adjectival) {
        List<String> words = List.of(nominative.strip().split("\\s+"));
        if (words.size() < 2) {
            throw new BadTerm("Write the word with its article: der Klient, des Klienten, die Klienten");
        }
        List<String> adjectives = new ArrayList<>();
        for (String word : words.subList(1, words.size() - 1)) {
            adjectives.add(word.endsWith("e") ? word.substring(0, word.length() - 1) : word + FIXED);
        }
        return new GermanNoun(Gender.of(words.getFirst()), List.copyOf(adjectives), words.getLast(), last(genitive), last(plural), adjectival);
    }

    private static String last(String phrase) {
        return phrase.substring(phrase.lastIndexOf(' ') + 1);
    }

    /** Article, adjectives and noun of this form, as separate words; the article may be empty. */
    List<String> words(Form form, List<String> deeds) {
        List<String> words = new ArrayList<>();
        words.add(GermanEndings.article(form.determiner(), gender, form.kase(), form.plural()));
        String ending = GermanEndings.adjective(form.determiner(), gender, form.kase(), form.plural());
        for (String deed : deeds) {
            words.add(deed + ending);
        }
        for (String adjective : adjectives) {
            words.add(adjective.endsWith(FIXED) ? adjective.strip() : adjective + ending);
        }
        words.add(adjectival ? stem() + ending : noun(form));
        return words;
    }

    private String stem() {
        return nominative.substring(0, nominative.length() - 1);
    }

    private String noun(Form form) {
        if (form.plural()) {
            return form.kase() == Case.DATIVE && !plural.endsWith("n") && !plural.endsWith("s") ? plural + "n" : plural;
        }
        return switch (form.kase()) {
            case NOMINATIVE -> nominative;
            case GENITIVE -> genitive;
            case DATIVE, ACCUSATIVE -> weak() ? genitive : nominative;
        };
    }

    /** der Kunde, des Kunden: masculine, and the genitive ends in n, not s. */
    private boolean weak() {
        return gender == Gender.MASCULINE && genitive.endsWith("n") && !genitive.equals(nominative);
    }
}
