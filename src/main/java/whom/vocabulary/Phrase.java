package whom.vocabulary;

import java.util.List;
import whom.vocabulary.grammar.Form;

/**
 * A word in one of its forms, as it may stand in a text, and the facts that it may mean.
 *
 * @param word the word itself, in lower case: a house whose own word it is has nothing against it
 */
record Phrase(String word, List<Fact> facts, Form form, boolean woman) {}
