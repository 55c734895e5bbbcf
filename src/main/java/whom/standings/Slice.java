package whom.standings;

import java.time.LocalDate;
import java.util.List;
import whom.standings.facts.Fact;

/** The facts that a question needs, as the one who asks may know them, and by what right they may. */
record Slice(Right right, List<String> about, List<Fact> all, Organisation facts, LocalDate at) {

    /** @param about the services to which standings were asked, where that is more than one */
    static Slice of(Right right, List<String> about, List<Fact> all, LocalDate at) {
        return new Slice(right, about, all, new Organisation(all), at);
    }

    /** Who knows what (D8). */
    enum Right {
        /** One's own, today. */
        OWN,
        /** An agent, of the one served by a ticket that the agent may read. */
        SERVED,
        /** Who owns the service: its users as a count. */
        OWNER,
        /** An agent who works on the ticket. */
        READER,
        /** Everything, each look on record. */
        KEEPER
    }

    Resolver resolver() {
        return new Resolver(facts);
    }
}
