/**
 * This house's words: turns facts into the terms that a reader's audience and language use, and texts with placeholders
 * into sentences. Changing a vocabulary changes words and nothing else (domain rules V1 to V6; docs/vocabulary.md).
 * {@link whom.vocabulary.Words} is the door that every page uses.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access"})
package whom.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
