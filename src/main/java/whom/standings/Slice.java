package whom.standings;

import java.time.LocalDate;

/** The facts that a question needs, as the one who asks may know them, and by what right they may. */
record Slice(Right right, Organisation facts, LocalDate at) {

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
