package whom.backup;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import whom.database.Schema;
import whom.kernel.WrongUse;

/** Writes everything that the house holds at one instant into one file, while others go on working. */
public final class Backup {

    private final Connection owner;
    private final Passphrase passphrase;

    /** @param owner a connection of the database's owner, used for this alone */
    public Backup(Connection owner, Passphrase passphrase) {
        this.owner = owner;
        this.passphrase = passphrase;
    }

    /** Readable by whoever made it alone; there whole, on disk, or not at all. @throws WrongUse when something stands there already */
    public Made to(Path place) throws IOException, SQLException {
        Path whole = place.toAbsolutePath();
        if (Files.exists(whole)) {
            throw new WrongUse(whole + " exists already; a backup does not replace another.");
        }
        Path folder = Objects.requireNonNull(whole.getParent());
        Files.createDirectories(folder);
        Path half = folder.resolve("." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Made made = write(half, whole);
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
            flush(folder);
            Attempts.made(owner, made);
            return made;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private Made write(Path half, Path whole) throws IOException, SQLException {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(half, Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE), mode)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 17);
            Totals totals = write(out);
            out.flush();
            channel.force(true);
            return new Made(whole, totals.tables().size(), totals.rows(), channel.size());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Totals write(OutputStream file) throws IOException, SQLException, GeneralSecurityException {
        var sealing = new SealingStream(file, passphrase::key);
        var packer = new Deflater(Deflater.BEST_SPEED);
        var packing = new DeflaterOutputStream(sealing, packer, 1 << 16);
        try {
            var out = new DataOutputStream(packing);
            Totals totals = write(out);
            out.flush();
            packing.finish();
            sealing.finish();
            return totals;
        } finally {
            packer.end();
        }
    }

    /** In one snapshot. Should a policy ever hold the owner, it fails rather than leave rows out. */
    private Totals write(DataOutputStream out) throws IOException, SQLException {
        owner.setAutoCommit(false);
        try {
            run("set transaction isolation level repeatable read read only");
            run("set local row_security = off; " + PLAIN);
            var tables = new Tables(owner);
            List<Manifest.Table> all = tables.all();
            run("lock table " + Tables.names(all) + " in access share mode");
            var manifest = new Manifest(Instant.now().truncatedTo(ChronoUnit.SECONDS), version(), text("show server_version"), text("select name from database.purpose"), Schema.had(owner), all, tables.partitions());
            json(out, manifest);
            List<Totals.Rows> written = new ArrayList<>();
            for (Manifest.Table table : all) {
                written.add(copy(table, out));
            }
            var totals = new Totals(written, tables.counters());
            json(out, totals);
            return totals;
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
        }
    }

    /** So that a text is the same in every session and version. */
    static final String PLAIN = "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local bytea_output = 'hex'; "
            + "set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local transaction_timeout = 0";

    private Totals.Rows copy(Manifest.Table table, DataOutputStream out) throws IOException, SQLException {
        var rows = new RowsOut(out);
        CopyManager copy = owner.unwrap(PGConnection.class).getCopyAPI();
        String columns = String.join(", ", table.columns().stream().map(c -> c.transaction() ? "'0'::xid8" : Tables.quoted(c.name())).toList());
        copy.copyOut("copy (select " + columns + " from " + table.name() + ") to stdout", rows);
        return rows.end(table.name());
    }

    private static void json(DataOutputStream out, Object value) throws IOException {
        byte[] bytes = Reading.JSON.writeValueAsBytes(value);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String version() {
        return Objects.requireNonNullElse(Backup.class.getPackage().getImplementationVersion(), "unreleased");
    }

    private void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var statement = owner.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
