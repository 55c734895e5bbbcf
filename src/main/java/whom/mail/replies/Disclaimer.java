package whom.mail.replies;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import whom.mail.mime.Resources;

/** What a company adds below every mail: that it is confidential, what to do if it went astray, to think before printing. It stands last, and never alone. */
final class Disclaimer {

    private static final int MOST_PARAGRAPHS = 6;
    private static final int LONGEST = 6_000;
    private static final List<Sign> SIGNS = Resources.lines(Disclaimer.class, "disclaimers.txt").stream()
            .map(line -> line.startsWith("!") ? new Sign(Pattern.compile(line.substring(1)), 2) : new Sign(Pattern.compile(line), 1)).toList();

    private record Sign(Pattern pattern, int weight) {}

    private Disclaimer() {}

    /** The text without the disclaimers at its end. */
    static String cut(String text) {
        String rest = text.stripTrailing();
        for (int i = 0; i < MOST_PARAGRAPHS; i++) {
            int from = lastParagraph(rest);
            if (from <= 0 || !is(rest.substring(from))) {
                return rest;
            }
            rest = rest.substring(0, from).stripTrailing();
        }
        return rest;
    }

    /** Where the last paragraph begins; 0 where it is the only one. */
    private static int lastParagraph(String text) {
        int line = text.length();
        while (line > 0) {
            int before = text.lastIndexOf('\n', line - 1);
            if (text.substring(before + 1, line).isBlank()) {
                return line;
            }
            line = before;
        }
        return 0;
    }

    private static boolean is(String paragraph) {
        if (paragraph.length() > LONGEST) {
            return false;
        }
        String words = paragraph.toLowerCase(Locale.ROOT).replaceAll("[\\s*_]+", " ");
        int weight = 0;
        for (Sign sign : SIGNS) {
            weight += sign.pattern.matcher(words).find() ? sign.weight : 0;
            if (weight >= 2) {
                return true;
            }
        }
        return false;
    }
}
