package whom.vocabulary.grammar;

/** A term is not written as a dictionary would write it. The message says what is missing and shows an example. */
public final class BadTerm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadTerm(String message) {
        super(message);
    }
}
