package whom.vocabulary;

import java.util.ArrayList;
import java.util.List;

/** The words of a text that somebody wrote as words: not addresses, code, placeholders or what is quoted from a mail. */
final class TextTokens {

    record Token(int start, int end) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private TextTokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        TextTokens reader = new TextTokens(text);
        reader.read();
        return reader.tokens;
    }

    private void read() {
        int at = 0;
        boolean lineBegins = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (lineBegins && c == '>') {
                at = past('\n', at + 1);
            } else if (c == '`') {
                at = past('`', at + 1);
            } else if (c == '{') {
                at = past('}', at + 1);
            } else if (Character.isWhitespace(c)) {
                lineBegins = c == '\n' || lineBegins;
                at++;
                continue;
            } else {
                at = chunk(at);
            }
            lineBegins = at > 0 && at <= text.length() && text.charAt(at - 1) == '\n';
        }
    }

    /** To behind the next {@code end}, or no further where there is none. */
    private int past(char end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? from : found + 1;
    }

    /** What stands between spaces: words in it, unless it is an address, a path or code. */
    private int chunk(int start) {
        int end = start;
        boolean code = false;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '{' && text.charAt(end) != '`') {
            char c = text.charAt(end);
            code |= "@\\=<>$".indexOf(c) >= 0 || c == ':' && text.startsWith("://", end) || c == '.' && between(start, end);
            end++;
        }
        if (!code) {
            words(start, end);
        }
        return end;
    }

    /** A full stop between letters: whom.example. */
    private boolean between(int start, int at) {
        return at > start && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at - 1)) && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private void words(int from, int to) {
        int at = from;
        while (at < to) {
            if (!Character.isLetter(text.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            while (at < to && (Character.isLetterOrDigit(text.charAt(at)) || joins(at, to))) {
                at++;
            }
            tokens.add(new Token(start, at));
        }
    }

    /** A sign within a word: end-user, client's, Kund:innen. */
    private boolean joins(int at, int to) {
        return "-'’:*_".indexOf(text.charAt(at)) >= 0 && at + 1 < to && Character.isLetter(text.charAt(at + 1));
    }
}
