package whom.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import whom.database.CannotStart;
import whom.database.Database;
import whom.database.Postgres;
import whom.database.Purpose;
import whom.database.Schema;

/**
 * Puts a backup into an empty house: read through first, so that a bad file changes nothing, then loaded in one transaction.
 * One of an older Whom goes into the schema that it knew, which is then brought to this version.
 */
public final class Restore {

    private static final int MOMENTS = 10;

    private final Path file;
    private final Passphrase passphrase;
    private final Consumer<String> progress;

    public Restore(Path file, Passphrase passphrase, Consumer<String> progress) {
        this.file = file;
        this.passphrase = passphrase;
        this.progress = progress;
    }

    /** Reads all of it and changes nothing. @throws Unreadable when it is not as it was written */
    public Found check() throws IOException {
        try (Reading reading = Reading.of(file, passphrase)) {
            progress.accept("Reading " + file + " …");
            Totals totals = reading.takeAll((table, rows) -> {});
            Manifest manifest = reading.manifest();
            return new Found(manifest.made(), manifest.whom(), manifest.postgres(), Purpose.valueOf(manifest.purpose()), manifest.migrations(), totals.tables().size(), totals.rows());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws CannotStart when the house is not empty, in use, of another kind, or the backup of a newer Whom */
    public void into(Postgres postgres, Found found, Purpose purpose) throws IOException, SQLException {
        refuseOtherKind(found, purpose);
        refuseUnknown(found.migrations());
        try (Connection owner = postgres.connectAsOwner()) {
            refuseInUse(owner);
            refuseFull(owner);
        }
        progress.accept("Preparing the database …");
        if (Schema.known().equals(found.migrations())) {
            Database.open(postgres, purpose).close();
        } else {
            Schema.make(postgres, found.migrations());
        }
        progress.accept("Loading " + found.rows() + " rows …");
        try (Connection owner = postgres.connectAsOwner()) {
            load(owner);
        }
        progress.accept("Bringing it to this version …");
        Database.open(postgres, purpose).close();
        try (Connection owner = postgres.connectAsOwner()) {
            run(owner, "analyze");
        }
    }

    private static void refuseOtherKind(Found found, Purpose purpose) {
        if (found.purpose() != purpose) {
            throw new CannotStart(found.purpose() == Purpose.DEMONSTRATION ? "This backup holds a demonstration. Restore it with --demo." : "This backup holds a house in real use. Restore it without --demo.");
        }
    }

    /** Released versions add migrations at the end, so an older one had the first of those known here. */
    private static void refuseUnknown(List<String> migrations) {
        List<String> known = Schema.known();
        if (migrations.size() > known.size() || !known.subList(0, migrations.size()).equals(migrations)) {
            throw new CannotStart("This backup was made by a Whom whose database this one does not know: a newer one, or one between two releases. Restore it with that Whom, or one released after it.");
        }
    }

    /** A connection that was closed is seen for some moments more. */
    private static void refuseInUse(Connection owner) throws SQLException {
        String others = "select exists (select pg_sleep(0.2) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (usename = any ('{whom_app,whom_mail,whom_jobs,whom_measure}') or application_name = 'whom'))";
        for (int tries = 0; is(owner, others); tries++) {
            if (tries == MOMENTS) {
                throw new CannotStart("Whom runs on this database. Stop it on every machine, then restore.");
            }
        }
    }

    private static void refuseFull(Connection owner) throws SQLException {
        if (is(owner, "select to_regclass('access.account') is not null") && is(owner, "select exists (select from access.account)")) {
            throw new CannotStart("This house is not empty, and nothing in it was changed. A backup goes into a new one: another folder (--data DIR), or an empty database (WHOM_DB_URL).");
        }
    }

    private void load(Connection owner) throws IOException, SQLException {
        owner.setAutoCommit(false);
        try (Reading reading = Reading.of(file, passphrase)) {
            run(owner, Backup.PLAIN + "; set local lock_timeout = '1min'");
            load(owner, reading);
            owner.commit();
        } finally {
            owner.rollback();
        }
    }

    private static void load(Connection owner, Reading reading) throws IOException, SQLException {
        var tables = new Tables(owner);
        Manifest manifest = reading.manifest();
        if (!tables.all().equals(manifest.tables())) {
            throw new CannotStart("This backup was made by a Whom between two releases, whose tables differ from this one's. Restore it with that one.");
        }
        run(owner, "lock table " + Tables.names(manifest.tables()) + " in access exclusive mode");
        refuseFull(owner);
        List<String[]> keys = tables.foreignKeys();
        List<String> triggers = tables.withTriggers();
        for (String[] key : keys) {
            run(owner, key[0]);
        }
        for (String table : triggers) {
            run(owner, "alter table " + table + " disable trigger user");
        }
        run(owner, "truncate " + Tables.names(manifest.tables()));
        makePartitions(owner, tables, manifest.partitions());
        Totals totals = reading.takeAll((table, rows) -> owner.unwrap(PGConnection.class).getCopyAPI().copyIn(copy(table), rows, 1 << 16));
        for (Totals.Counter counter : totals.counters()) {
            run(owner, "select setval('" + counter.name().replace("'", "''") + "', " + counter.last() + ")");
        }
        for (String[] key : keys) {
            run(owner, key[1]);
        }
        for (String table : triggers) {
            run(owner, "alter table " + table + " enable trigger user");
        }
        goOn(owner);
    }

    /** Who was signed in then signs in again: a session that was ended since must not come back to life. */
    private static void goOn(Connection owner) throws SQLException {
        run(owner, "update access.session set ended_at = greatest(now(), created_at) where ended_at is null");
        run(owner, "insert into log.event (verb, subject, subject_id) values ('house.restored', 'house', 0)");
        Schema.runFunctionsAgain(owner);
    }

    private static void makePartitions(Connection owner, Tables tables, List<Manifest.Partition> wanted) throws SQLException {
        List<String> there = tables.partitions().stream().map(Manifest.Partition::name).toList();
        for (Manifest.Partition partition : wanted) {
            if (!there.contains(partition.name())) {
                run(owner, "create table " + partition.name() + " partition of " + partition.of() + " " + partition.bounds());
            }
        }
    }

    private static String copy(Manifest.Table table) {
        return "copy " + table.name() + " (" + String.join(", ", table.columns().stream().map(c -> Tables.quoted(c.name())).toList()) + ") from stdin";
    }

    private static boolean is(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
