package whom.vocabulary.house;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import whom.vocabulary.Audience;
import whom.vocabulary.Fact;
import whom.vocabulary.House;
import whom.vocabulary.Language;
import whom.vocabulary.Vocabulary;
import whom.vocabulary.grammar.BadTerm;
import whom.vocabulary.house.HouseStore.StoredChoice;
import whom.vocabulary.house.HouseStore.StoredTerm;

/** Makes the house from what is stored. Whatever is stored, words come out of it: what cannot be read gives way to what comes with the product. */
final class HouseReader {

    private static final String PRECISE = "precise";

    private final Map<String, Vocabulary> known = new LinkedHashMap<>();

    private HouseReader(List<Vocabulary> six) {
        six.forEach(vocabulary -> known.put(vocabulary.key(), vocabulary));
    }

    static House read(List<Vocabulary> six, List<OwnVocabulary> own, List<StoredTerm> terms, List<StoredChoice> spoken) {
        HouseReader reader = new HouseReader(six);
        List<Vocabulary> made = new ArrayList<>();
        for (OwnVocabulary each : own) {
            Vocabulary vocabulary = reader.vocabulary(each, terms.stream().filter(term -> term.vocabulary().equals(each.key())).toList());
            reader.known.put(vocabulary.key(), vocabulary);
            made.add(vocabulary);
        }
        return reader.house(made, spoken);
    }

    private Vocabulary vocabulary(OwnVocabulary own, List<StoredTerm> terms) {
        Vocabulary base = known.getOrDefault(own.beganAs(), precise());
        Map<Audience, Map<Language, Map<Fact, String>>> all = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            Map<Language, Map<Fact, String>> byLanguage = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                byLanguage.put(language, new EnumMap<>(Objects.requireNonNull(Objects.requireNonNull(base.terms().get(audience)).get(language))));
            }
            all.put(audience, byLanguage);
        }
        for (StoredTerm term : terms) {
            if (term.fact() != null && readable(term)) {
                Objects.requireNonNull(Objects.requireNonNull(all.get(term.audience())).get(term.language())).put(term.fact(), term.written());
            }
        }
        return new Vocabulary(own.key(), own.names(), all, Map.of(Audience.INSIDE, own.inside(), Audience.OUTSIDE, own.outside()));
    }

    private static boolean readable(StoredTerm term) {
        try {
            term.language().check(term.written());
            return true;
        } catch (BadTerm e) {
            return false;
        }
    }

    private House house(List<Vocabulary> made, List<StoredChoice> spoken) {
        Map<House.Scope, Vocabulary> exceptions = new HashMap<>();
        for (StoredChoice each : spoken) {
            Vocabulary vocabulary = known.get(each.vocabulary());
            if (vocabulary != null && each.audience() == Audience.OUTSIDE && !everybody(each)) {
                exceptions.put(each.scope(), vocabulary);
            }
        }
        return new House(made, chosen(spoken, each -> each.audience() == Audience.INSIDE),
                chosen(spoken, each -> each.audience() == Audience.OUTSIDE && everybody(each)), exceptions);
    }

    private Vocabulary chosen(List<StoredChoice> spoken, Predicate<StoredChoice> where) {
        return spoken.stream().filter(where).map(each -> known.get(each.vocabulary())).filter(Objects::nonNull).findFirst().orElse(precise());
    }

    private static boolean everybody(StoredChoice spoken) {
        return spoken.scope().unit() == null && spoken.scope().language() == null;
    }

    private Vocabulary precise() {
        return Objects.requireNonNull(known.get(PRECISE));
    }
}
