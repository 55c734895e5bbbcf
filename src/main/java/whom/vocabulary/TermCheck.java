package whom.vocabulary;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whom.vocabulary.TextTokens.Token;
import whom.vocabulary.grammar.Form;
import whom.vocabulary.grammar.Gendering;

/**
 * Finds words in a text that are not this house's words for the facts (V5). It proposes and never blocks. Made once for a
 * vocabulary, audience and language; a check costs one pass over the text.
 */
public final class TermCheck {

    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_FINDINGS = 200;
    private static final int MOST_WORDS = 6;
    private static final int MOST_PROPOSALS = 4;

    private final Lexicon lexicon;
    private final Phrases habits;
    private final Phrases market;
    private final Set<String> right = new HashSet<>();

    private TermCheck(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.habits = Phrases.habits(lexicon.language());
        this.market = new Phrases(lexicon.language());
    }

    /** For what people outside are to read. */
    static TermCheck outside(Lexicon lexicon) {
        TermCheck check = new TermCheck(lexicon);
        check.learn();
        return check;
    }

    /** For what stays inside: also hints where a word that the house uses outside stands for a fact. */
    static TermCheck inside(Lexicon lexicon, Lexicon outside) {
        TermCheck check = new TermCheck(lexicon);
        check.learn();
        check.learnMarket(outside);
        return check;
    }

    private void learn() {
        for (Fact fact : Fact.values()) {
            right.addAll(Phrases.bare(lexicon.language(), lexicon.term(fact).written()));
        }
        right.addAll(Habit.exceptions(lexicon.language()));
    }

    /** The market's words that mean something else inside, or nothing. */
    private void learnMarket(Lexicon outside) {
        Map<String, EnumSet<Fact>> facts = new HashMap<>();
        for (Fact fact : Fact.values()) {
            if (fact.standing() && !same(fact, outside)) {
                facts.computeIfAbsent(outside.term(fact).written(), w -> EnumSet.noneOf(Fact.class)).add(fact);
            }
        }
        facts.forEach((written, meant) -> market.add(List.copyOf(meant), written));
    }

    private boolean same(Fact fact, Lexicon outside) {
        String inside = lexicon.language().term(lexicon.term(fact).written(), Gendering.MASCULINE).word();
        return inside.equalsIgnoreCase(outside.language().term(outside.term(fact).written(), Gendering.MASCULINE).word());
    }

    /** In the order of the text; of a very long text only the beginning is read. */
    public List<Finding> check(String text) {
        String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        List<Token> tokens = TextTokens.of(read);
        List<Finding> findings = new ArrayList<>();
        int at = 0;
        while (at < tokens.size() && findings.size() < MOST_FINDINGS) {
            at += step(read, tokens, at, findings);
        }
        return findings;
    }

    /** Looks for the longest phrase that begins here; says how many words to go on. */
    private int step(String text, List<Token> tokens, int at, List<Finding> findings) {
        for (int count = Math.min(MOST_WORDS, tokens.size() - at); count > 0; count--) {
            int start = tokens.get(at).start();
            int end = tokens.get(at + count - 1).end();
            String words = words(text, tokens, at, count);
            if (words == null) {
                continue;
            }
            List<Phrase> meant = market.of(words);
            boolean hint = !meant.isEmpty();
            if (!hint && right.contains(words)) {
                return count;
            }
            meant = hint ? meant : habits.of(words).stream().filter(phrase -> !right.contains(phrase.word())).toList();
            if (!meant.isEmpty()) {
                add(findings, text, start, end, meant, hint);
                return count;
            }
        }
        return 1;
    }

    /** The words as they are looked up; null where something other than a space stands between them. */
    private static @Nullable String words(String text, List<Token> tokens, int at, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = at; i < at + count; i++) {
            if (i > at) {
                int gap = tokens.get(i - 1).end();
                if (!text.substring(gap, tokens.get(i).start()).isBlank()) {
                    return null;
                }
                words.append(' ');
            }
            words.append(text, tokens.get(i).start(), tokens.get(i).end());
        }
        return Phrases.normal(words.toString());
    }

    private void add(List<Finding> findings, String text, int start, int end, List<Phrase> meant, boolean hint) {
        String found = text.substring(start, end);
        Set<String> better = new LinkedHashSet<>();
        for (Phrase phrase : meant) {
            for (Fact fact : phrase.facts()) {
                String proposal = like(found, form(fact, phrase));
                if (better.size() < MOST_PROPOSALS && !proposal.equals(found)) {
                    better.add(proposal);
                }
            }
        }
        if (!better.isEmpty()) {
            findings.add(new Finding(start, end, found, List.copyOf(better), hint));
        }
    }

    private String form(Fact fact, Phrase phrase) {
        Form form = phrase.form();
        if (phrase.woman()) {
            return lexicon.language().term(lexicon.term(fact).written(), Gendering.FEMININE).form(form, null);
        }
        return lexicon.form(fact, form, false);
    }

    private static String like(String found, String proposal) {
        return Character.isUpperCase(found.charAt(0)) ? proposal.substring(0, 1).toUpperCase(Locale.ROOT) + proposal.substring(1) : proposal;
    }
}
