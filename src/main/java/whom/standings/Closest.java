package whom.standings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whom.standings.facts.Scope;
import whom.standings.facts.Scoped;

/** The facts of one kind that come first for a person: of the nearest service, there of the closest scopes. */
record Closest<F extends Scoped>(List<F> facts) {

    static <F extends Scoped> Closest<F> to(String person, Scene scene, Scoping<F> all) {
        List<Tier> tiers = Tier.around(person, scene.facts(), scene.day());
        return scene.services().stream()
                .flatMap(service -> tiers.stream().map(tier -> on(service, tier, scene.day(), all)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(Closest::new)
                .orElse(new Closest<>(List.of()));
    }

    private static <F extends Scoped> List<F> on(String service, Tier tier, Day day, Scoping<F> all) {
        Scope decider = tier.decider();
        List<F> decided = decider == null ? List.of() : valid(Stream.of(decider), service, day, all);
        return decided.isEmpty() ? valid(tier.scopes().stream(), service, day, all) : decided;
    }

    private static <F extends Scoped> List<F> valid(Stream<? extends Scope> scopes, String service, Day day, Scoping<F> all) {
        return scopes.flatMap(scope -> all.on(service, scope).stream()).filter(day::has).toList();
    }

    /** More than one unit, or project, is named, and the primary membership does not decide between them. */
    boolean isAmbiguous() {
        return facts.stream().map(Scoped::scope).distinct().count() > 1;
    }

    /** The one that began last; of several the one with the smallest id. */
    Optional<F> latest() {
        return facts.stream().min(Comparator.comparing((F fact) -> fact.period().from()).reversed().thenComparing(Scoped::id));
    }
}
