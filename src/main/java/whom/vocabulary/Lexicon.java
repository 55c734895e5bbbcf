package whom.vocabulary;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import whom.vocabulary.grammar.BadTerm;
import whom.vocabulary.grammar.Deed;
import whom.vocabulary.grammar.Form;
import whom.vocabulary.grammar.Term;

/** The terms of one audience in one language, complete: every fact has one. */
final class Lexicon {

    private final Language language;
    private final Map<Fact, Term> terms;
    private final Map<Fact, Deed> deeds;
    private final Set<Fact> ambiguous;

    Lexicon(Language language, Map<Fact, Term> terms, Map<Fact, Deed> deeds) {
        this.language = language;
        this.terms = new EnumMap<>(terms);
        this.deeds = new EnumMap<>(deeds);
        for (Fact fact : Fact.values()) {
            if (!terms.containsKey(fact)) {
                throw new BadTerm("There is no word for \"" + fact.key() + "\" in " + language.tag() + ".");
            }
        }
        this.ambiguous = sharing();
    }

    Language language() {
        return language;
    }

    Term term(Fact fact) {
        return terms.get(fact);
    }

    /** The form a sentence needs; with {@code byDeed}, what the party does is added where the word alone does not tell. */
    String form(Fact fact, Form form, boolean byDeed) {
        return terms.get(fact).form(form, byDeed && ambiguous.contains(fact) ? deeds.get(fact) : null);
    }

    /** The facts whose word is also another's. */
    Set<Fact> ambiguous() {
        return ambiguous;
    }

    private Set<Fact> sharing() {
        Map<String, Fact> first = new HashMap<>();
        Set<Fact> sharing = EnumSet.noneOf(Fact.class);
        for (Fact fact : Fact.values()) {
            Fact other = first.putIfAbsent(terms.get(fact).word().toLowerCase(Locale.ROOT), fact);
            if (other != null) {
                sharing.add(fact);
                sharing.add(other);
            }
        }
        return sharing;
    }
}
