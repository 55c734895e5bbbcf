package whom.standings.findings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import whom.standings.facts.Scope;
import whom.standings.facts.Scoped;
import whom.standings.facts.Unit;

/** A scope that speaks of a project names a unit of another kind. */
final class NotProjects {

    private NotProjects() {}

    static Stream<Finding> in(World world) {
        Map<String, String> kinds = new HashMap<>();
        world.all(Unit.class).forEach(unit -> kinds.put(unit.id(), unit.kind()));
        return world.all(Scoped.class)
                .filter(fact -> fact.scope() instanceof Scope.OfProject(String project) && !"project".equals(kinds.get(project)))
                .map(fact -> new Finding(Finding.Kind.NOT_A_PROJECT, List.of(fact.id()),
                        fact.id() + " is for " + world.name(fact.scope()) + ", which is not a project but "
                                + kinds.getOrDefault(((Scope.OfProject) fact.scope()).project(), "unknown") + "."));
    }
}
