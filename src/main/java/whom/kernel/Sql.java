package whom.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A piece of SQL with its parameters, {@code ?} for each. Pieces join to statements; the text comes from code only, what
 * people wrote only ever goes into the parameters. Bind ids as {@code long}, times as {@code Instant} or {@code LocalDate},
 * sets as {@code List} of longs or strings (compare with {@code = any (?)}; empty ones are fine), bytes as an
 * {@code InputStream}, and null.
 */
public record Sql(String text, List<@org.jspecify.annotations.Nullable Object> parameters) {

    public static final Sql EMPTY = new Sql("", List.of());

    public Sql {
        parameters = Collections.unmodifiableList(parameters);
    }

    public static Sql of(String text, @org.jspecify.annotations.Nullable Object... parameters) {
        return new Sql(text, new ArrayList<>(java.util.Arrays.asList(parameters)));
    }

    /** This, a space, and that. */
    public Sql then(Sql other) {
        return join(" ", List.of(this, other));
    }

    public Sql then(String text, @org.jspecify.annotations.Nullable Object... parameters) {
        return then(of(text, parameters));
    }

    public Sql thenIf(boolean condition, String text, @org.jspecify.annotations.Nullable Object... parameters) {
        return condition ? then(text, parameters) : this;
    }

    /** The pieces, in brackets each, with {@code and} between; {@code true} where there is none. */
    public static Sql all(List<Sql> pieces) {
        return pieces.isEmpty() ? of("true") : join(" and ", pieces.stream().map(p -> new Sql("(" + p.text + ")", p.parameters)).toList());
    }

    public static Sql join(String between, List<Sql> pieces) {
        var text = new StringBuilder();
        var parameters = new ArrayList<@org.jspecify.annotations.Nullable Object>();
        for (Sql piece : pieces) {
            if (piece.text.isEmpty()) {
                continue;
            }
            text.append(text.isEmpty() ? "" : between).append(piece.text);
            parameters.addAll(piece.parameters);
        }
        return new Sql(text.toString(), parameters);
    }
}
