package whom.standings.findings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Period;

/** Brokers who take from one another in a circle, or from one who is not there for as long as they are. */
final class BrokerChains {

    private BrokerChains() {}

    static Stream<Finding> in(World world) {
        Map<String, Brokerage> brokerages = new HashMap<>();
        world.all(Brokerage.class).forEach(brokerage -> brokerages.put(brokerage.id(), brokerage));
        return Stream.concat(
                Circle.all(brokerages, Brokerage::upstream).stream().map(BrokerChains::circle),
                brokerages.values().stream().flatMap(b -> broken(b, b.upstream() == null ? null : brokerages.get(b.upstream()))));
    }

    private static Finding circle(List<String> way) {
        String names = Stream.concat(way.stream(), Stream.of(way.getFirst())).collect(Collectors.joining(" takes from "));
        return new Finding(Finding.Kind.BROKER_CYCLE, way, "Brokerages go in a circle: " + names + ".");
    }

    private static Stream<Finding> broken(Brokerage brokerage, @Nullable Brokerage upstream) {
        if (upstream == null || brokerage.period().isEmpty() || brokerage.period().both(upstream.period()).equals(brokerage.period())) {
            return Stream.empty();
        }
        Period days = upstream.period();
        return Stream.of(new Finding(Finding.Kind.BROKEN_CHAIN, List.of(brokerage.id(), upstream.id()),
                brokerage.id() + ", " + brokerage.period() + ", takes from " + upstream.id() + ", which is valid only " + days + "."));
    }
}
