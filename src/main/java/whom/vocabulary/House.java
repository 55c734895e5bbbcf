package whom.vocabulary;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this house speaks.
 *
 * @param own the vocabularies that it made itself, beside the six
 * @param inside towards people of the provider
 * @param outside towards everybody else, unless an exception says otherwise
 * @param exceptions a unit's own outside vocabulary, or a language's
 */
public record House(List<Vocabulary> own, Vocabulary inside, Vocabulary outside, Map<Scope, Vocabulary> exceptions) {

    /** For whom an exception counts; a unit's counts for all below it, and before a language's. */
    public record Scope(@Nullable Long unit, @Nullable Language language) {}

    public House {
        own = List.copyOf(own);
        exceptions = Map.copyOf(exceptions);
    }

    /** As it comes: precise inside and outside. */
    static House asItComes(Vocabulary precise) {
        return new House(List.of(), precise, precise, Map.of());
    }

    /** @param units the reader's, nearest first */
    public Vocabulary outside(Language language, List<Long> units) {
        for (Long unit : units) {
            Vocabulary theirs = exception(unit, language);
            if (theirs != null) {
                return theirs;
            }
        }
        Vocabulary ofLanguage = exceptions.get(new Scope(null, language));
        return ofLanguage == null ? outside : ofLanguage;
    }

    private @Nullable Vocabulary exception(Long unit, Language language) {
        Vocabulary both = exceptions.get(new Scope(unit, language));
        return both == null ? exceptions.get(new Scope(unit, null)) : both;
    }

    boolean asksForUnits() {
        return exceptions.keySet().stream().anyMatch(scope -> scope.unit() != null);
    }
}
