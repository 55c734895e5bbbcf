package whom.kernel;

/** It is not there, or may not be seen by the one who asks; nothing tells which (P8): 404. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
