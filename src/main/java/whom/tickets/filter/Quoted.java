package whom.tickets.filter;

import java.util.Set;
import java.util.regex.Pattern;

/** Quotation marks where they are needed. */
final class Quoted {

    static final Set<String> JOINING = Set.of("and", "or", "not");
    private static final Pattern PLAIN_VALUE = Pattern.compile("[\\p{L}\\p{N}_.@#+/-][\\p{L}\\p{N}_.@#+/:-]*");
    private static final Pattern PLAIN_WORD = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.@#+/-]*");

    private Quoted() {}

    static String value(String text) {
        return PLAIN_VALUE.matcher(text).matches() ? text : quoted(text);
    }

    static String word(String text) {
        boolean plain = PLAIN_WORD.matcher(text).matches() && !JOINING.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
