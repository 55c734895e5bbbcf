package whom.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whom.kernel.WrongUse;

/**
 * Looks each minute whether the night's backup is due. Whichever node takes it holds its row meanwhile, as with any chore
 * ({@code docs/decisions/005}); but it works as the owner, so it stands beside the application and not in it.
 */
public final class NightlyBackups implements AutoCloseable {

    /** A new connection of the database's owner. */
    @FunctionalInterface
    public interface Owner {
        Connection connect() throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackups.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String CHORE = "backup.nightly";

    private final Nightly nightly;
    private final Owner owner;
    private final Clock clock;
    private final Thread looking = Thread.ofVirtual().name("backups").unstarted(this::look);

    NightlyBackups(Nightly nightly, Owner owner, Clock clock) {
        this.nightly = nightly;
        this.owner = owner;
        this.clock = clock;
    }

    /** Close it before the database. */
    public static NightlyBackups start(Nightly nightly, Owner owner) {
        var backups = new NightlyBackups(nightly, owner, Clock.systemDefaultZone());
        backups.looking.start();
        return backups;
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                doWhatIsDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether one was made here. */
    boolean doWhatIsDue() {
        try (Connection holding = owner.connect()) {
            holding.setAutoCommit(false);
            run(holding, "set local idle_in_transaction_session_timeout = 0");
            if (!taken(holding)) {
                holding.rollback();
                return false;
            }
            boolean made = made(holding);
            holding.commit();
            return made;
        } catch (SQLException e) {
            LOG.warn("The database is away; the backup waits: {}", e.getMessage());
            return false;
        }
    }

    private boolean made(Connection holding) throws SQLException {
        try (Connection connection = owner.connect()) {
            Made made = new Backup(connection, Passphrase.in(nightly.passphraseFile())).to(BackupName.in(nightly.folder(), clock.instant()));
            BackupName.leave(nightly.folder(), nightly.keep());
            run(holding, "select jobs.done('" + CHORE + "', make_interval(secs => " + nightly.untilNext(ZonedDateTime.now(clock)).toSeconds() + "))");
            LOG.info("Backed up to {}: {} rows, {} bytes", made.file(), made.rows(), made.bytes());
            return true;
        } catch (IOException | SQLException | WrongUse e) {
            LOG.warn("The backup failed and will be tried again: {}", e.toString());
            Attempts.failed(holding, nightly.folder(), e);
            run(holding, "select jobs.failed('" + CHORE + "')");
            return false;
        }
    }

    private static boolean taken(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select jobs.take('" + CHORE + "')")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
