package whom.standings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whom.standings.facts.Membership;
import whom.standings.facts.Scope;

/**
 * Scopes that are equally close to a person. Where facts name several of them, {@code decider} wins: the one to which
 * the person's primary membership leads from this distance, if any.
 */
record Tier(List<? extends Scope> scopes, @Nullable Scope decider) {

    /** Every scope that takes the person in, closest first: the person, projects, units by distance, everybody. */
    static List<Tier> around(String person, Facts facts, Day day) {
        if (!facts.knows(person)) {
            return List.of();
        }
        List<Membership> memberships = day.memberships(person).toList();
        List<String> primary = memberships.stream().filter(Membership::primary).findFirst()
                .map(m -> day.line(m.unit())).orElse(List.of());
        Set<String> direct = new TreeSet<>();
        memberships.forEach(m -> direct.add(m.unit()));

        var tiers = new ArrayList<Tier>();
        tiers.add(new Tier(List.of(new Scope.OfPerson(person)), null));
        tiers.add(new Tier(direct.stream().map(Scope.OfProject::new).toList(), step(primary, 0).map(Scope.OfProject::new).orElse(null)));
        unitsByDistance(direct, day).forEach((distance, units) -> tiers.add(new Tier(
                units.stream().map(Scope.OfUnit::new).toList(), step(primary, distance).map(Scope.OfUnit::new).orElse(null))));
        tiers.add(new Tier(List.of(Scope.EVERYBODY), null));
        return tiers;
    }

    private static Optional<String> step(List<String> line, int distance) {
        return distance < line.size() ? Optional.of(line.get(distance)) : Optional.empty();
    }

    /** A unit that is reached from several memberships stands at its smallest distance. */
    private static Map<Integer, List<String>> unitsByDistance(Set<String> direct, Day day) {
        var distances = new HashMap<String, Integer>();
        for (String unit : direct) {
            List<String> line = day.line(unit);
            for (int distance = 0; distance < line.size(); distance++) {
                distances.merge(line.get(distance), distance, Math::min);
            }
        }
        var units = new TreeMap<Integer, List<String>>();
        distances.forEach((unit, distance) -> units.computeIfAbsent(distance, _ -> new ArrayList<>()).add(unit));
        return units;
    }
}
