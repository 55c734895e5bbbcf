package whom.vocabulary;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import whom.vocabulary.grammar.Gendering;

/** The six that come with the product (V2), from {@code vocabulary/<key>.properties}. What one does not name it takes from "precise". */
final class ShippedVocabularies {

    static final String PRECISE = "precise";
    static final List<String> KEYS = List.of("client-service", "clients-and-consumers", "partners", "customers", PRECISE, "itil4");

    private ShippedVocabularies() {}

    /** In the order of V2's table. */
    static Map<String, Vocabulary> load() {
        Map<String, Map<String, String>> files = Resources.all("vocabulary/*.properties");
        Map<String, String> precise = Objects.requireNonNull(files.get(PRECISE + ".properties"));
        Map<String, Vocabulary> all = new LinkedHashMap<>();
        for (String key : KEYS) {
            all.put(key, vocabulary(key, Objects.requireNonNull(files.get(key + ".properties"), key), precise));
        }
        return all;
    }

    private static Vocabulary vocabulary(String key, Map<String, String> own, Map<String, String> precise) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        Map<Language, Map<Fact, String>> inside = new EnumMap<>(Language.class);
        Map<Language, Map<Fact, String>> outside = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            names.put(language, Objects.requireNonNull(own.get("name." + language.tag()), key));
            inside.put(language, terms(language, key.equals("itil4") ? own : precise, precise));
            outside.put(language, terms(language, own, precise));
        }
        return new Vocabulary(key, names, Map.of(Audience.INSIDE, inside, Audience.OUTSIDE, outside),
                Map.of(Audience.INSIDE, Gendering.MASCULINE, Audience.OUTSIDE, Gendering.PAIR));
    }

    private static Map<Fact, String> terms(Language language, Map<String, String> own, Map<String, String> precise) {
        Map<Fact, String> terms = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            String name = fact.key() + "." + language.tag();
            terms.put(fact, Objects.requireNonNull(own.getOrDefault(name, precise.get(name)), name));
        }
        return terms;
    }
}
