package whom.agreements;

import gg.jte.Content;
import java.util.Optional;
import whom.vocabulary.Words;

/**
 * One kind of measure of an agreement, on its page: time here, and what people made of it (satisfaction, effort, time lost) beside it once a
 * module knows that. Declare it as a bean. Its targets are kept by the version whose terms they belong to.
 */
public interface AgreementPanel {

    /** Smaller stands first. */
    int order();

    /** How it was kept; nothing where it has no such measure. */
    Optional<Content> on(Agreement agreement, Words words);

    /** What a version of its terms promises by this measure, beneath the targets of time; nothing where it promises none. */
    default Optional<Content> promised(AgreementVersion version, Words words) {
        return Optional.empty();
    }
}
