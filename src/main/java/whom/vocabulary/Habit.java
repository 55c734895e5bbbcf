package whom.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A word that people write out of habit, and the facts that it may stand for, likeliest first; from {@code vocabulary/habits.*}. */
record Habit(List<Fact> facts, String written) {

    private static final String EXCEPTIONS = "exceptions";

    static List<Habit> in(Language language) {
        List<Habit> habits = new ArrayList<>();
        entries(language).forEach((key, value) -> {
            if (!key.equals(EXCEPTIONS)) {
                int colon = value.indexOf(':');
                List<Fact> facts = Arrays.stream(value.substring(0, colon).split(" ")).map(f -> Objects.requireNonNull(Fact.ofKey(f), f)).toList();
                habits.add(new Habit(facts, value.substring(colon + 1).strip()));
            }
        });
        return habits;
    }

    /** Phrases in which such words mean something else: "user account". */
    static Set<String> exceptions(Language language) {
        return new LinkedHashSet<>(List.of(entries(language).getOrDefault(EXCEPTIONS, "").toLowerCase(Locale.ROOT).split("\\s*,\\s*")));
    }

    private static Map<String, String> entries(Language language) {
        return Resources.all("vocabulary/habits." + language.tag() + ".properties").values().iterator().next();
    }
}
