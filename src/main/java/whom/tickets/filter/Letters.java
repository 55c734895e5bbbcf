package whom.tickets.filter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a filter, read from left to right. What no text can hold (control characters, half characters) counts as space. */
final class Letters {

    private static final Pattern FIELD = Pattern.compile("(\\p{L}[\\p{L}_]*)(<=|>=|[:=<>])");

    private final String text;
    private int at;

    Letters(String typed) {
        var clean = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < typed.length() && Character.isLowSurrogate(typed.charAt(i + 1));
            boolean half = Character.isSurrogate(c) && !pair;
            clean.append(half || Character.isISOControl(c) ? ' ' : c);
            if (pair) {
                clean.append(typed.charAt(++i));
            }
        }
        this.text = clean.toString();
        skip();
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    BadFilter wrong(String key, Object... arguments) {
        return new BadFilter(at, key, arguments);
    }

    /** Whether a condition begins here: neither the end, nor a closing bracket, nor a joining word. */
    boolean beginsOne() {
        return !atEnd() && text.charAt(at) != ')' && !joins("or") && !joins("and");
    }

    boolean take(char c) {
        if (atEnd() || text.charAt(at) != c) {
            return false;
        }
        at++;
        skip();
        return true;
    }

    boolean take(String word) {
        if (!joins(word)) {
            return false;
        }
        at += word.length();
        skip();
        return true;
    }

    /** A minus negates what follows at once; alone it is a word. */
    boolean takeMinus() {
        if (atEnd() || text.charAt(at) != '-' || at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1)) || text.charAt(at + 1) == ')') {
            return false;
        }
        at++;
        return true;
    }

    /** The name of a field, where one with its operator begins here. */
    Optional<String> fieldName() {
        Matcher field = field();
        return field.lookingAt() ? Optional.of(field.group(1)) : Optional.empty();
    }

    String name() {
        Matcher field = field();
        field.lookingAt();
        at += field.group(1).length();
        return field.group(1);
    }

    Operator operator() {
        for (Operator operator : Operator.values()) {
            if (text.startsWith(operator.sign(), at)) {
                at += operator.sign().length();
                return operator;
            }
        }
        at++;
        return Operator.IS;
    }

    Value value(Field field) {
        int begins = at;
        if (quotes()) {
            return new Value(quoted(), begins);
        }
        while (!atEnd() && !Character.isWhitespace(text.charAt(at)) && "(),\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == begins) {
            throw wrong("tickets.filter.value_missing", field.said());
        }
        return new Value(text.substring(begins, at), begins);
    }

    /** After a value: whether another follows. */
    boolean comma() {
        if (!atEnd() && text.charAt(at) == ',') {
            at++;
            return true;
        }
        skip();
        return false;
    }

    boolean quotes() {
        return !atEnd() && text.charAt(at) == '"';
    }

    String word() {
        int begins = at;
        String word;
        if (quotes()) {
            word = quoted();
        } else {
            while (!atEnd() && !Character.isWhitespace(text.charAt(at)) && "()\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (at == begins) {
                at++;
            }
            word = text.substring(begins, at);
        }
        skip();
        return word;
    }

    private String quoted() {
        int begins = at++;
        var inner = new StringBuilder();
        while (!atEnd() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            inner.append(text.charAt(at++));
        }
        if (atEnd()) {
            throw new BadFilter(begins, "tickets.filter.quotes_without_end");
        }
        at++;
        if (inner.isEmpty()) {
            throw new BadFilter(begins, "tickets.filter.quotes_empty");
        }
        return inner.toString();
    }

    private Matcher field() {
        return FIELD.matcher(text).region(at, text.length());
    }

    private boolean joins(String word) {
        int end = at + word.length();
        return text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || Character.isWhitespace(text.charAt(end)) || text.charAt(end) == '(' || text.charAt(end) == ')');
    }

    private void skip() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
