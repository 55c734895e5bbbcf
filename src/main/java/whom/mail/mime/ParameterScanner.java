package whom.mail.mime;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts {@code ; name=value} lists apart, also those that no grammar allows: names and spaces without quotes, semicolons in
 * unquoted names, quotes inside quotes, missing semicolons. One pass.
 */
final class ParameterScanner {

    private static final int MOST = 1_000;
    private static final int MOST_CONTINUED = 100;
    private static final Set<String> KNOWN = Set.of("name", "filename", "charset", "boundary", "format", "delsp", "type",
            "size", "method", "micalg", "protocol", "report-type", "smime-type", "start", "creation-date", "modification-date");

    private final String text;
    private final Map<String, String> found = new LinkedHashMap<>();
    private int at;
    private @Nullable String lastUnquoted;
    private int continued;

    private ParameterScanner(String text) {
        this.text = text;
    }

    static Map<String, String> scan(String text) {
        return new ParameterScanner(text).scan();
    }

    private Map<String, String> scan() {
        while (at < text.length() && found.size() < MOST) {
            if (isSpace(text.charAt(at)) || text.charAt(at) == ';') {
                at++;
            } else {
                scanOne();
            }
        }
        return found;
    }

    private void scanOne() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ';') {
            at++;
        }
        if (at == text.length() || text.charAt(at) == ';') {
            continueLast(text.substring(start, at));
            return;
        }
        String name = afterComment(text.substring(start, at)).strip().toLowerCase(Locale.ROOT);
        at++;
        skipSpaces();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        String value = quoted ? quoted() : unquoted();
        if (name.isEmpty() || name.indexOf(' ') >= 0) {
            continueLast(text.substring(start, at));
            return;
        }
        boolean first = found.putIfAbsent(name, value) == null;
        lastUnquoted = quoted || !first ? null : name;
    }

    /** A semicolon was part of an unquoted value after all. */
    private void continueLast(String more) {
        if (lastUnquoted != null && !more.isBlank() && lastUnquoted.contains("name") && continued++ < MOST_CONTINUED) {
            found.merge(lastUnquoted, ";" + more.stripTrailing(), String::concat);
        }
    }

    private String quoted() {
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                value.append(text.charAt(++at));
            } else if (c == '"' && endsHere(at + 1)) {
                at++;
                return value.toString();
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    /** A quotation mark closes when a semicolon, the end, or the next parameter follows; else it belongs to the value. */
    private boolean endsHere(int index) {
        int i = index;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i == text.length() || text.charAt(i) == ';' || text.charAt(i) == '(' || i > index && nameFollows(i);
    }

    private String unquoted() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ';' && !(isSpace(text.charAt(at)) && nameFollows(at + 1))) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private boolean nameFollows(int index) {
        int i = index;
        while (i < text.length() && i - index < 24 && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '-' || text.charAt(i) == '*')) {
            i++;
        }
        if (i == index || i >= text.length() || text.charAt(i) != '=') {
            return false;
        }
        return KNOWN.contains(text.substring(index, i).toLowerCase(Locale.ROOT).replaceAll("\\*.*$", ""));
    }

    private static String afterComment(String name) {
        String stripped = name.strip();
        int close = stripped.startsWith("(") ? stripped.lastIndexOf(')') : -1;
        return stripped.substring(close + 1);
    }

    private void skipSpaces() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
