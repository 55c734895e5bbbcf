package whom.access;

/** The act is not this account's to do, and that it exists is no secret: 403. For what may not be seen, NotFound. */
public final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAllowed() {
        super("not allowed", null, false, false);
    }
}
