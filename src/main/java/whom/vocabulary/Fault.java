package whom.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * Something in a text that is no placeholder though it looks like one.
 *
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 * @param found what stands there
 * @param better what would be right, as it would be written, with braces; null where nothing is near
 */
public record Fault(Kind kind, int start, int end, String found, @Nullable String better) {

    public enum Kind {
        /** A brace opens and none closes it. */
        UNCLOSED,
        /** A brace closes and none has opened. */
        UNOPENED,
        /** No such placeholder. */
        UNKNOWN,
        /** A choice within a choice within a choice. */
        DEPTH,
        /** More than anybody would write. */
        LENGTH
    }

    @Override
    public String toString() {
        return kind + " at " + start + ": " + found + (better == null ? "" : ", better: " + better);
    }
}
