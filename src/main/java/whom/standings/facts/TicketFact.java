package whom.standings.facts;

import java.time.LocalDate;
import java.util.List;

/** As much of a ticket as standings and reading need: who asked for help with what, and which teams are on it. */
public record TicketFact(String id, String service, String served, LocalDate opened, List<Seat> teams) implements Fact {

    public TicketFact {
        teams = List.copyOf(teams);
    }
}
