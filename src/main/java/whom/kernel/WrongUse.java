package whom.kernel;

/** The command line does not fit. The message says what is wrong and how to mend it. */
public final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongUse(String message) {
        super(message);
    }
}
