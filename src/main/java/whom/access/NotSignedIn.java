package whom.access;

/** The page is for somebody who is signed in: 401, which pages turn into the way to sign in. */
public final class NotSignedIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotSignedIn() {
        super("not signed in", null, false, false);
    }
}
