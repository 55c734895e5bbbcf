package whom.standings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whom.standings.facts.Brokerage;

/** Follows the brokers of a person upstream. Only the first has to be on the service and to take the person in. */
record Chains(Scene scene) {

    Chain of(String person) {
        var links = new ArrayList<String>();
        Optional<Brokerage> next = Closest.to(person, scene, scene.facts().brokerages()).latest();
        while (next.isPresent()) {
            links.add(next.get().id());
            String upstream = next.get().upstream();
            if (upstream == null) {
                break;
            }
            next = scene.facts().brokerage(upstream).filter(scene.day()::has);
            if (next.isEmpty()) {
                return new Chain.Broken(List.copyOf(links), upstream);
            }
            if (links.contains(upstream)) {
                return new Chain.Cycle(List.copyOf(links), upstream);
            }
        }
        return new Chain.Whole(List.copyOf(links));
    }
}
