package whom.vocabulary;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import whom.vocabulary.grammar.Deed;

/** What each party does, from {@code vocabulary/deeds.properties}. */
final class Deeds {

    private static final Map<Language, Map<Fact, Deed>> DEEDS = load();

    private Deeds() {}

    static Map<Fact, Deed> in(Language language) {
        return Objects.requireNonNull(DEEDS.get(language));
    }

    private static Map<Language, Map<Fact, Deed>> load() {
        Map<String, String> written = Objects.requireNonNull(Resources.all("vocabulary/deeds.properties").get("deeds.properties"));
        Map<Language, Map<Fact, Deed>> deeds = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<Fact, Deed> each = new EnumMap<>(Fact.class);
            for (Fact fact : Fact.values()) {
                String text = written.get(fact.key() + "." + language.tag());
                if (text != null) {
                    String[] forms = text.split("\\s*,\\s*");
                    each.put(fact, new Deed(forms[0], forms[forms.length - 1]));
                }
            }
            deeds.put(language, each);
        }
        return deeds;
    }
}
