package whom.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes comments and needless space out of our own styles and scripts. Packing does the rest. */
final class Shrink {

    private static final Pattern CSS = Pattern.compile("(\"[^\"]*\")|/\\*.*?\\*/|\\s*([{};,>])\\s*|(:)\\s+|\\s+", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("^[ \\t]*(/\\*.*?\\*/|//[^\\n]*)?[ \\t]*\\n?", Pattern.DOTALL | Pattern.MULTILINE);

    private Shrink() {}

    static String css(String text) {
        Matcher found = CSS.matcher(text);
        StringBuilder kept = new StringBuilder(text.length());
        while (found.find()) {
            found.appendReplacement(kept, "");
            String part = found.group();
            if (found.group(1) != null || found.group(2) != null || found.group(3) != null) {
                kept.append(part.strip());
            } else if (!part.startsWith("/*") && !kept.isEmpty() && " {};,>".indexOf(kept.charAt(kept.length() - 1)) < 0) {
                kept.append(' ');
            }
        }
        found.appendTail(kept);
        return kept.toString().replace(";}", "}").strip();
    }

    /** Only whole lines: telling a comment from a string or a pattern further in would need a parser. */
    static String script(String text) {
        return SCRIPT.matcher(text).replaceAll("");
    }
}
