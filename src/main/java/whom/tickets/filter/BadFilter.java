package whom.tickets.filter;

import java.util.List;

/** A filter that cannot be read: where, and (the text of {@code key}) what would be right. */
public final class BadFilter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int at;
    private final String key;
    private final transient List<Object> arguments;

    BadFilter(int at, String key, Object... arguments) {
        super("at " + at + ": " + key + List.of(arguments), null, false, false);
        this.at = at;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The place of the first wrong character, counted from 0. */
    public int at() {
        return at;
    }

    /** The text in the words' files that says what is wrong. */
    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
