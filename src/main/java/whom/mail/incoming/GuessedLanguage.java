package whom.mail.incoming;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import whom.vocabulary.Language;

/** In which of our languages somebody writes of whom nothing else is known: by their small words. */
final class GuessedLanguage {

    private static final int ENOUGH = 4_000;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Set<String> GERMAN = Set.of("der", "die", "das", "und", "ich", "nicht", "ist", "ein", "eine", "mit", "auf", "für", "wir", "sie", "bitte", "hallo", "danke", "kann",
            "mein", "meine", "mehr", "seit", "guten", "tag", "liebe", "grüße", "grüßen", "freundlichen", "den", "dem", "zu", "von", "es", "noch", "geht");
    private static final Set<String> ENGLISH = Set.of("the", "and", "is", "not", "my", "please", "hello", "thanks", "thank", "you", "can", "with", "for", "this", "have", "it", "to", "of",
            "since", "hi", "regards", "dear", "a", "an", "on", "in", "does", "we", "are");

    private GuessedLanguage() {}

    static Language of(String text) {
        int[] german = {0};
        WORD.matcher(text.substring(0, Math.min(ENOUGH, text.length())).toLowerCase(Locale.ROOT)).results()
                .forEach(word -> german[0] += GERMAN.contains(word.group()) ? 1 : ENGLISH.contains(word.group()) ? -1 : 0);
        return german[0] > 0 ? Language.DE : Language.EN;
    }
}
