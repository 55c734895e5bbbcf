package whom.standings.findings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import whom.standings.facts.Fact;

/** Looks through facts of every date for what is wrong with them. A finding stops nobody: the resolver answers all the same. */
public final class Findings {

    private static final List<Function<World, Stream<Finding>>> CHECKS = List.of(
            Backwards::in, Overlaps::in, UnderItself::in, NotProjects::in, Shares::in, BrokerChains::in);

    private Findings() {}

    /** By kind, then by the ids they are about; the order of the facts means nothing. */
    public static List<Finding> in(Collection<? extends Fact> facts) {
        var world = new World(facts);
        return CHECKS.stream().flatMap(check -> check.apply(world))
                .sorted(Comparator.comparing(Finding::kind).thenComparing(f -> String.join(" ", f.about())).thenComparing(Finding::text))
                .toList();
    }
}
