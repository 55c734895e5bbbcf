package whom.standings;

import java.util.stream.Stream;
import whom.standings.facts.Observation;

/** Observers consume something that the service puts out. */
record Observers(Scene scene) implements Ground {

    @Override
    public Stream<String> evidence(String person) {
        return scene.facts().observationsBy(person).stream()
                .filter(scene.day()::has)
                .filter(seen -> scene.facts().output(seen.output()).filter(o -> scene.covers(o.service())).isPresent())
                .map(Observation::id);
    }

    @Override
    public Stream<String> people() {
        return scene.services().stream()
                .flatMap(service -> scene.facts().outputsOf(service).stream())
                .flatMap(output -> scene.facts().observationsOf(output.id()).stream())
                .filter(scene.day()::has)
                .map(Observation::person);
    }
}
