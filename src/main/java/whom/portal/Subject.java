package whom.portal;

import java.text.BreakIterator;
import java.util.Locale;

/** What somebody wrote, as a title: its first sentence, or as much of it as fits. */
final class Subject {

    private static final int LONGEST = 100;

    private Subject() {}

    static String of(String text) {
        String line = text.strip().lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("").replaceAll("\\s+", " ");
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(line);
        int end = sentences.next();
        String sentence = end == BreakIterator.DONE ? line : line.substring(0, end).strip();
        // "Hello," is no title
        String title = sentence.length() >= 12 ? sentence : line;
        return shortened(title.replaceAll("[.!:;,\\s]+$", ""));
    }

    private static String shortened(String title) {
        if (title.length() <= LONGEST) {
            return title;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(title);
        int end = words.preceding(LONGEST);
        return title.substring(0, end < LONGEST / 2 ? Character.isHighSurrogate(title.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST : end).strip() + "…";
    }
}
