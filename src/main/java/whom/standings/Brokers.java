package whom.standings;

import java.util.stream.Stream;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Duty;

/** Brokers head a unit that passes the service on, to anybody at all. */
record Brokers(Scene scene) implements Ground {

    @Override
    public Stream<String> evidence(String person) {
        if (!scene.day().holdsAny(Duty.HEAD, person)) {
            return Stream.empty();
        }
        return scene.valid(scene.facts().brokerages())
                .filter(brokerage -> scene.day().nearestHolders(Duty.HEAD, brokerage.broker()).contains(person))
                .map(Brokerage::id);
    }

    @Override
    public Stream<String> people() {
        return scene.valid(scene.facts().brokerages())
                .flatMap(brokerage -> scene.day().nearestHolders(Duty.HEAD, brokerage.broker()).stream());
    }
}
