/**
 * Nouns and what becomes of them in a sentence: terms written as a dictionary writes them, and every form of these.
 * Knows languages, not service desks.
 */
@NullMarked
package whom.vocabulary.grammar;

import org.jspecify.annotations.NullMarked;
