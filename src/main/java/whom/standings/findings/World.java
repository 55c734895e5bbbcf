package whom.standings.findings;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import whom.standings.facts.Fact;
import whom.standings.facts.Output;
import whom.standings.facts.Person;
import whom.standings.facts.Scope;
import whom.standings.facts.Service;
import whom.standings.facts.Team;
import whom.standings.facts.Unit;

/** The facts that are looked through, and what their ids are called. */
final class World {

    private final Collection<? extends Fact> facts;
    private final Map<String, String> names = new HashMap<>();

    World(Collection<? extends Fact> facts) {
        this.facts = facts;
        for (Fact fact : facts) {
            switch (fact) {
                case Person person -> names.put(person.id(), person.name());
                case Unit unit -> names.put(unit.id(), unit.name());
                case Service service -> names.put(service.id(), service.name());
                case Output output -> names.put(output.id(), output.name());
                case Team team -> names.put(team.id(), team.name());
                default -> {} // the others go by their ids
            }
        }
    }

    <F extends Fact> Stream<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** "Finance (fin)". */
    String name(String id) {
        String name = names.getOrDefault(id, id);
        return name.equals(id) ? id : name + " (" + id + ")";
    }

    String name(Scope scope) {
        return switch (scope) {
            case Scope.Everybody _ -> "everybody";
            case Scope.OfUnit(String unit) -> "all of " + name(unit);
            case Scope.OfProject(String project) -> "the project " + name(project);
            case Scope.OfPerson(String person) -> name(person);
        };
    }
}
