package whom.database;

import java.util.Locale;

/**
 * As whom a connection works. Each role owns nothing and cannot bypass row-level security; what it sees is decided by policies
 * of its own. The names are the same in every database, since migrations grant to them.
 */
public enum DatabaseRole {
    /** Acts for a person or a token: pages and API. */
    APP(16),
    /** Finds threads and puts incoming messages in. */
    MAIL(4),
    /** Queue, clocks and notices: ids and instants. */
    JOBS(4),
    /** Figures; reads no words. */
    MEASURE(4);

    private final int connections;

    DatabaseRole(int connections) {
        this.connections = connections;
    }

    public String sqlName() {
        return "whom_" + name().toLowerCase(Locale.ROOT);
    }

    int connections() {
        return connections;
    }
}
