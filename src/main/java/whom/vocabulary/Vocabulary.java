package whom.vocabulary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import whom.vocabulary.grammar.Gendering;
import whom.vocabulary.grammar.Term;

/**
 * A way of speaking: for each audience and language, a term for every fact (V1).
 *
 * @param key in addresses and columns; never shown
 * @param names what people call it, by language
 * @param terms as dictionaries write them, by audience, language and fact; complete
 * @param gendering how German names people, by audience
 */
public record Vocabulary(String key, Map<Language, String> names, Map<Audience, Map<Language, Map<Fact, String>>> terms, Map<Audience, Gendering> gendering) {

    public Vocabulary {
        names = Map.copyOf(names);
        terms = Map.copyOf(terms);
        gendering = Map.copyOf(gendering);
    }

    public String name(Locale locale) {
        String name = names.get(Language.of(locale));
        return name == null ? names.getOrDefault(Language.EN, key) : name;
    }

    /** As a dictionary writes it: {@code a client, clients}. */
    public String written(Audience audience, Language language, Fact fact) {
        return Objects.requireNonNull(terms.get(audience).get(language).get(fact));
    }

    /** The bare word: {@code client}. */
    public String word(Audience audience, Language language, Fact fact) {
        return language.term(written(audience, language, fact), gendering.get(audience)).word();
    }

    /** Whether the word for this fact is also another's. */
    public boolean shares(Audience audience, Language language, Fact fact) {
        return lexicon(audience, language).ambiguous().contains(fact);
    }

    /** The same with these terms instead of its own, for one audience and language. */
    public Vocabulary with(Audience audience, Language language, Map<Fact, String> changed, Gendering naming) {
        Map<Audience, Map<Language, Map<Fact, String>>> all = new EnumMap<>(terms);
        Map<Language, Map<Fact, String>> ofAudience = new EnumMap<>(Objects.requireNonNull(terms.get(audience)));
        Map<Fact, String> written = new EnumMap<>(Objects.requireNonNull(ofAudience.get(language)));
        written.putAll(changed);
        ofAudience.put(language, written);
        all.put(audience, ofAudience);
        Map<Audience, Gendering> namings = new EnumMap<>(gendering);
        namings.put(audience, naming);
        return new Vocabulary(key, names, all, namings);
    }

    Lexicon lexicon(Audience audience, Language language) {
        Map<Fact, Term> read = new EnumMap<>(Fact.class);
        terms.get(audience).get(language).forEach((fact, written) -> read.put(fact, language.term(written, gendering.get(audience))));
        return new Lexicon(language, read, Deeds.in(language));
    }

    /** The pairs of facts that share a word inside, where none may: professionals must know what they talk about (V2). */
    public List<SharedWord> sharedInside() {
        List<SharedWord> shared = new ArrayList<>();
        for (Language language : Language.values()) {
            Map<String, Fact> first = new HashMap<>();
            for (Fact fact : Fact.values()) {
                String word = word(Audience.INSIDE, language, fact);
                Fact other = first.putIfAbsent(word.toLowerCase(language.locale()), fact);
                if (other != null) {
                    shared.add(new SharedWord(language, other, fact, word));
                }
            }
        }
        return shared;
    }

    public record SharedWord(Language language, Fact one, Fact other, String word) {}
}
