package whom.standings.facts;

import java.util.List;

/** Agents who work tickets together. */
public record Team(String id, String name, List<Seat> members) implements Fact {

    public Team {
        members = List.copyOf(members);
    }
}
