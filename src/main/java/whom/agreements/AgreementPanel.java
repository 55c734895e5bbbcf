package whom.agreements;

import gg.jte.Content;
import java.util.Optional;
import whom.vocabulary.Words;

/**
 * How an agreement was kept by one kind of measure, on its page: time here, and what people made of it (satisfaction, effort, time lost)
 * beside it once a module knows that. Declare it as a bean.
 */
public interface AgreementPanel {

    /** Smaller stands first. */
    int order();

    /** Nothing where it has no such measure. */
    Optional<Content> on(Agreement agreement, Words words);
}
