package whom.imports;

/** A file was not loaded, and nothing was changed. The message says why, a reason a line. */
public final class NotLoaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotLoaded(String message) {
        super(message);
    }
}
