package whom.kernel;

/** Somebody was faster; what was typed is kept, and the newer state is shown: 409. */
public final class Changed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Changed() {
        super("changed meanwhile", null, false, false);
    }
}
