package whom.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own in the data folder: {@code server/} its programs, {@code postgres/18/} its data, {@code secret} what
 * its passwords follow from. The folder is held by the caller, so whatever server runs on it already is an orphan of ours.
 */
final class EmbeddedPostgres implements Postgres {

    private static final String MAJOR = ServerBinaries.VERSION.substring(0, ServerBinaries.VERSION.indexOf('.'));
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "whom_owner";
    private static final String DATABASE = "whom";
    private static final String NO_DATABASE = "3D000";

    private final Path data;
    private final ServerPrograms programs;
    private final String secret;
    private final int port;

    private EmbeddedPostgres(Path data, ServerPrograms programs, String secret, int port) {
        this.data = data;
        this.programs = programs;
        this.secret = secret;
        this.port = port;
    }

    static EmbeddedPostgres start(Path folder, Durability durability) {
        return start(folder, folder.resolve("server"), durability);
    }

    static EmbeddedPostgres start(Path folder, Path server, Durability durability) {
        try {
            Path data = folder.resolve("postgres").resolve(MAJOR);
            if (Files.isDirectory(data) && !Files.exists(folder.resolve("secret"))) {
                throw new CannotStart("The file \"secret\" is missing from " + folder + "; without it the database there cannot be opened.");
            }
            refuseOtherMajor(folder.resolve("postgres"), data);
            String secret = Secret.in(folder.resolve("secret"));
            var user = ServerUser.of(folder);
            user.give(folder.resolve("secret"));
            var programs = new ServerPrograms(ServerBinaries.in(server), user);
            user.give(server);
            if (!Files.isDirectory(data)) {
                create(data, programs, Secret.derive(secret, SUPERUSER));
            }
            int port = running(data, programs, durability);
            var postgres = new EmbeddedPostgres(data, programs, secret, port);
            postgres.prepare();
            return postgres;
        } catch (IOException e) {
            throw new CannotStart("The database in " + folder + " cannot start: " + e, e);
        }
    }

    /** Its files are of no use to these programs, and an empty database beside them would look like a loss. */
    private static void refuseOtherMajor(Path all, Path data) throws IOException {
        if (Files.isDirectory(data) || !Files.isDirectory(all)) {
            return;
        }
        try (var found = Files.list(all)) {
            found.filter(other -> Files.exists(other.resolve("PG_VERSION")) && !other.endsWith("unfinished")).findFirst().ifPresent(other -> {
                throw new CannotStart("The database in " + other + " was made by PostgreSQL " + other.getFileName() + ", and this Whom brings " + MAJOR
                        + ". Back up with the Whom that made it (./whom backup FILE), and restore with this one into a new folder (./whom restore FILE --data DIR). UPGRADING.md has it step by step.");
            });
        }
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve("secret"));
    }

    /** A way into the server that another process runs on this folder. */
    static Optional<Postgres> running(Path folder) {
        try {
            Path data = folder.resolve("postgres").resolve(MAJOR);
            Path secret = folder.resolve("secret");
            if (!Files.exists(secret)) {
                return Optional.empty();
            }
            String password = Secret.derive(Secret.in(secret), OWNER);
            return RunningServer.on(data).map(server -> new GivenPostgres(login(server.port(), DATABASE, OWNER, password)));
        } catch (IOException e) {
            throw new CannotStart("The database in " + folder + " cannot be reached: " + e, e);
        }
    }

    /** Made aside and then renamed: half a database is never found. */
    private static void create(Path data, ServerPrograms programs, String password) throws IOException {
        Path half = data.resolveSibling("unfinished");
        FileSystemUtils.deleteRecursively(half);
        Files.createDirectories(data.getParent());
        programs.user().give(data.getParent());
        programs.initialise(half, SUPERUSER, password);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The port of the server, taken over where one runs already, else started. */
    private static int running(Path data, ServerPrograms programs, Durability durability) throws IOException {
        var orphan = RunningServer.on(data);
        if (orphan.isPresent() && orphan.get().runs(programs.binaries())) {
            return orphan.get().port();
        }
        if (orphan.isPresent()) {
            programs.stop(data);
        }
        RunningServer.forgetDead(data);
        programs.configure(data, ServerSettings.text(durability));
        int port = freePort();
        programs.start(data, port);
        return port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The superuser's only work: an owner without its powers, and a database for it. */
    private void prepare() {
        try (Connection connection = owner().connect()) {
            return;
        } catch (SQLException e) {
            if (!Roles.WRONG_PASSWORD.equals(e.getSQLState()) && !NO_DATABASE.equals(e.getSQLState())) {
                throw new CannotStart("The database does not let its owner in: " + e.getMessage(), e);
            }
        }
        try (Connection connection = login("postgres", SUPERUSER).connect()) {
            Roles.login(connection, OWNER, owner().password(), "createrole");
            if (!Roles.exists(connection, "select from pg_database where datname = ?", DATABASE)) {
                Roles.run(connection, "create database " + DATABASE + " owner " + OWNER);
            }
        } catch (SQLException e) {
            throw new CannotStart("The database cannot be prepared: " + e.getMessage(), e);
        }
    }

    @Override
    public Login owner() {
        return login(DATABASE, OWNER);
    }

    private Login login(String database, String user) {
        return login(port, database, user, Secret.derive(secret, user));
    }

    private static Login login(int port, String database, String user, String password) {
        return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    Login superuser() {
        return login("postgres", SUPERUSER);
    }

    @Override
    public String describe() {
        return "PostgreSQL " + ServerBinaries.VERSION + " on port " + port + ", data in " + data;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public void close() {
        programs.stop(data);
    }
}
