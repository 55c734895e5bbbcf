package whom.mail.replies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Many phrases looked for at once in lower-case text, by their first letters: some hundred times faster than a pattern. */
final class Phrases {

    private static final String TRAIL = " :：.…*_\"'」-)";
    private static final int LONGEST_TRAIL = 12;

    private static final int LONGEST = 40;

    private final Map<Character, List<String>> byFirst = new HashMap<>();

    Phrases(String... kinds) {
        Arrays.stream(kinds).flatMap(kind -> Words.of(kind).stream()).distinct().forEach(w -> byFirst.computeIfAbsent(folded(w.charAt(0)), c -> new ArrayList<>()).add(w));
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** Whether a line begins with the letters of one, large or small, whatever comes after. */
    boolean mayBegin(String line) {
        return !line.isEmpty() && byFirst.getOrDefault(folded(line.charAt(0)), List.of()).stream().anyMatch(phrase -> line.regionMatches(true, 0, phrase, 0, phrase.length()));
    }

    boolean in(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            if (lengthAt(lower, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether one stands at the end, but for a few marks. */
    boolean atEndOf(String line) {
        // so far back that what stands before cannot matter
        String lower = line.substring(Math.max(0, line.length() - LONGEST - LONGEST_TRAIL - 4)).toLowerCase(Locale.ROOT);
        int end = lower.length();
        while (end > 0 && lower.length() - end < LONGEST_TRAIL && TRAIL.indexOf(lower.charAt(end - 1)) >= 0) {
            end--;
        }
        for (int i = Math.max(0, end - LONGEST); i < lower.length(); i++) {
            int length = lengthAt(lower, i);
            if (length > 0 && i + length >= end) {
                return true;
            }
        }
        return false;
    }

    private int lengthAt(String text, int at) {
        List<String> phrases = byFirst.get(folded(text.charAt(at)));
        if (phrases == null || at > 0 && isDivided(text.charAt(at)) && isDivided(text.charAt(at - 1))) {
            return 0;
        }
        for (String phrase : phrases) {
            int end = at + phrase.length();
            if (text.startsWith(phrase, at) && (end == text.length() || !isDivided(text.charAt(end)) || !isDivided(phrase.charAt(phrase.length() - 1)))) {
                return phrase.length();
            }
        }
        return 0;
    }

    /** Letters of a script that puts spaces between words; in the others a phrase counts wherever it stands. */
    private static boolean isDivided(char c) {
        return Character.isLetter(c) && !Character.isIdeographic(c) && c < 0x2E80 && !(c >= 0x0590 && c <= 0x0E7F);
    }
}
