package whom.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form that was sent: shown once as a summary and once beside each field. */
public record Mistakes(List<Mistake> all) {

    /** @param field the name of the field, or empty when the form as a whole is meant */
    public record Mistake(String field, String text) {}

    public static final Mistakes NONE = new Mistakes(List.of());

    public Mistakes {
        all = List.copyOf(all);
    }

    public static Mistakes of(String field, String text) {
        return new Mistakes(List.of(new Mistake(field, text)));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The text for a field, or null: jte leaves an attribute out when it is null. */
    public @Nullable String at(String field) {
        return all.stream().filter(m -> m.field().equals(field)).map(Mistake::text).findFirst().orElse(null);
    }
}
