package whom.standings.facts;

import java.util.List;

/** Business and IT develop something together, touching these services. */
public record Initiative(String id, String name, List<String> services, List<Seat> members, Period period) implements Named {

    public Initiative {
        services = List.copyOf(services);
        members = List.copyOf(members);
    }
}
