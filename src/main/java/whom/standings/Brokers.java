package whom.standings;

import java.util.stream.Stream;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Duty;

/** Brokers head a unit that passes the service on, to anybody at all. */
record Brokers(Scene scene) implements Ground {

    @Override
    public Stream<String> evidence(String person) {
        return scene.day().answersFor(Duty.HEAD, person)
                .flatMap(unit -> scene.facts().brokeragesOf(unit).stream())
                .filter(brokerage -> scene.covers(brokerage.service()) && scene.day().has(brokerage))
                .map(Brokerage::id);
    }

    @Override
    public Stream<String> people() {
        return scene.valid(scene.facts().brokerages())
                .flatMap(brokerage -> scene.day().nearestHolders(Duty.HEAD, brokerage.broker()).stream());
    }
}
