package whom.database;

import org.jspecify.annotations.Nullable;

/** Whom cannot or must not start. The message says why, and how to mend it. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        this(message, null);
    }

    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
