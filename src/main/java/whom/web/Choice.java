package whom.web;

import org.jspecify.annotations.Nullable;

/** One answer of a select or a group of choices, its label already in words. */
public record Choice(String value, String label, @Nullable String hint) {
    public Choice(String value, String label) {
        this(value, label, null);
    }
}
