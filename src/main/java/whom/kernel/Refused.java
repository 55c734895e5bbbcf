package whom.kernel;

import java.util.List;

/**
 * A rule says no, and nothing was changed: 422. {@code key} is the sentence in the words' files, {@code field} the form field
 * or JSON pointer that it is about ("" for the whole).
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String key;
    private final transient List<Object> arguments;

    public Refused(String field, String key, Object... arguments) {
        super(field.isEmpty() ? key : field + ": " + key, null, false, false);
        this.field = field;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String field() {
        return field;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
