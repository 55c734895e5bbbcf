package whom.backup;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The file is no backup, not with this passphrase, or not as it was written. The message says which. */
public final class Unreadable extends IOException {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        this(message, null);
    }

    Unreadable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static Unreadable altered(@Nullable Throwable cause) {
        return new Unreadable("The backup was altered, or its end is missing. Nothing was changed.", cause);
    }
}
