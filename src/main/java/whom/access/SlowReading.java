package whom.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.slf4j.LoggerFactory;

/** A page that is being read. Whoever asks for the same again while it takes long does not wait for the first. */
final class SlowReading {

    /** What is quicker is let be: two windows of one person may ask for the same at the same moment. */
    private static final Duration SLOW = Duration.ofMillis(250);

    private final Connection connection;
    private final long began = System.nanoTime();
    private boolean over;

    SlowReading(Connection connection) {
        this.connection = connection;
    }

    /** Its statement fails as one that took too long. Under the same lock as {@link #over}, so that it never meets the connection's next user. */
    synchronized void end() {
        if (over || System.nanoTime() - began < SLOW.toNanos()) {
            return;
        }
        over = true;
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            LoggerFactory.getLogger(SlowReading.class).debug("A slow page could not be ended", e);
        }
    }

    boolean hasWritten() {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select pg_current_xact_id_if_assigned() is not null")) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException failedAlready) {
            return true;
        }
    }

    synchronized void over() {
        over = true;
    }
}
