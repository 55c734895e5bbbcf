package whom.web;

import java.util.List;
import java.util.regex.Pattern;

/** Plain text as somebody typed it: an empty line parts paragraphs, a single one is a break. */
public final class Paragraphs {

    private static final Pattern GAP = Pattern.compile("(?>\\R)(?:[ \\t]*(?>\\R))+");

    private Paragraphs() {}

    public static List<List<String>> of(String text) {
        return GAP.splitAsStream(text.strip()).filter(p -> !p.isBlank()).map(p -> p.lines().toList()).toList();
    }
}
