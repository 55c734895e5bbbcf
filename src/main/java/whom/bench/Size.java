package whom.bench;

/** How much is filled in. The organisation is always the whole one, so that only the number of tickets differs between runs. */
record Size(long tickets, int people, int units, int services, int fundings, int teams, int agents) {

    static final int MESSAGES = 5;

    /** Ids of the organisation's things count from 1: first the agents, then the others. */
    static Size of(long tickets) {
        return new Size(tickets, 100_000, 10_000, 500, 20_000, 40, 200);
    }

    /** Who is asked as; they come behind everybody else. */
    long some() {
        return people + 1L;
    }

    long all() {
        return people + 2L;
    }

    long served() {
        return people + 3L;
    }

    /** What the one who is served has asked: as many as there are, at most 20. */
    long servedTickets() {
        return Math.min(20, tickets);
    }
}
