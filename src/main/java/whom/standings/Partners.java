package whom.standings;

import java.util.stream.Stream;
import whom.standings.facts.Initiative;
import whom.standings.facts.Seat;

/** Partners are members of a live initiative that touches the service. */
record Partners(Scene scene) implements Ground {

    @Override
    public Stream<String> evidence(String person) {
        return scene.facts().initiativesWith(person).stream()
                .filter(initiative -> scene.day().has(initiative) && initiative.services().stream().anyMatch(scene::covers))
                .filter(initiative -> members(initiative).anyMatch(person::equals))
                .map(Initiative::id);
    }

    @Override
    public Stream<String> people() {
        return scene.services().stream()
                .flatMap(service -> scene.facts().initiativesTouching(service).stream())
                .filter(scene.day()::has)
                .flatMap(this::members);
    }

    private Stream<String> members(Initiative initiative) {
        return initiative.members().stream().filter(scene.day()::has).map(Seat::of);
    }
}
