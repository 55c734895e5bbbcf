package whom.vocabulary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds, in a text with placeholders, every word that some vocabulary has for a fact: the terms of the six for both audiences, what
 * people write for them out of habit, and the names of the facts themselves.
 */
public record PlainTerms(Language language, Set<String> words) {

    private static final int LONGEST = 4;
    /** A shorter word stands by chance at the end of others. */
    private static final int SHORTEST_IN_COMPOUND = 4;

    public static PlainTerms of(Language language) {
        Set<String> words = new HashSet<>();
        for (Vocabulary vocabulary : ShippedVocabularies.load().values()) {
            for (Audience audience : Audience.values()) {
                for (Fact fact : Fact.values()) {
                    words.addAll(Phrases.bare(language, vocabulary.written(audience, language, fact)));
                }
            }
        }
        Habit.in(language).forEach(habit -> words.addAll(Phrases.bare(language, habit.written())));
        for (Fact fact : Fact.values()) {
            if (fact != Fact.ANY) { // a "party" is what its placeholder is called, and no house's word
                words.addAll(Set.of(fact.placeholder(), fact.placeholders()));
            }
        }
        return new PlainTerms(language, words);
    }

    /** In lower case; the longest that begins at each word. */
    public List<String> in(String text) {
        List<String> parts = parts(text);
        List<String> found = new ArrayList<>();
        for (int at = 0; at < parts.size();) {
            int count = Math.min(LONGEST, parts.size() - at);
            while (count > 0 && !words.contains(String.join(" ", parts.subList(at, at + count)))) {
                count--;
            }
            if (count > 0) {
                found.add(String.join(" ", parts.subList(at, at + count)));
            } else if (compound(parts.get(at))) {
                found.add(parts.get(at));
            }
            at += Math.max(1, count);
        }
        return List.copyOf(new TreeSet<>(found));
    }

    /** Ticketnummer, Netzteam: no placeholder can stand in such a word. */
    private boolean compound(String word) {
        return language == Language.DE && words.stream().filter(term -> term.length() >= SHORTEST_IN_COMPOUND).anyMatch(term -> word.startsWith(term) || word.endsWith(term));
    }

    /** The words outside placeholders, of every branch; neither addresses nor what is quoted as it is. */
    private List<String> parts(String text) {
        String plain = text.replaceAll("\\{\"[^\"]*\"}", " · ").replaceAll("\\{[^{}|]*}", " · ").replaceAll("\\{\\d+\\||[|}]", " · ");
        List<String> parts = new ArrayList<>();
        int end = 0;
        for (TextTokens.Token token : TextTokens.of(plain)) {
            if (!plain.substring(end, token.start()).isBlank()) {
                parts.add("·"); // no phrase goes on across it
            }
            for (String part : plain.substring(token.start(), token.end()).split("-")) {
                parts.add(Phrases.normal(part));
            }
            end = token.end();
        }
        return parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
    }
}
