package whom.tickets.filter;

import java.util.Locale;

/** What stands after a field's operator, and where. */
record Value(String text, int at) {

    boolean is(String word) {
        return text.equalsIgnoreCase(word);
    }

    String small() {
        return text.toLowerCase(Locale.ROOT);
    }

    BadFilter wrong(String key, Object... arguments) {
        return new BadFilter(at, key, arguments);
    }
}
