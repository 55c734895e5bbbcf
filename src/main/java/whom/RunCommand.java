package whom;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import whom.backup.Nightly;
import whom.database.CannotStart;
import whom.database.Demonstration;
import whom.database.Purpose;
import whom.database.StartNote;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** Starts Whom, says where it is, and stays until it is told to stop. */
final class RunCommand implements Command {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    private volatile @Nullable Installation running;

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String arguments() {
        return "[--demo] [--port N] [--data DIR]";
    }

    @Override
    public String summary() {
        return "Starts Whom; the first start makes its database and prints how to sign in.";
    }

    @Override
    public String details() {
        return """

                  --demo      a demonstration organisation in a folder of its own, reachable from this machine only
                  --port N    the port to listen on; 8080 unless said otherwise
                  --data DIR  the folder that holds everything; now %s

                WHOM_DATA, WHOM_PORT and WHOM_ADDRESS say the same from the environment. WHOM_DB_URL, WHOM_DB_USER and
                WHOM_DB_PASSWORD name a PostgreSQL 18 to use instead of Whom's own. WHOM_LMTP=PORT takes mail in by LMTP.
                WHOM_CLAMAV=SOCKET or HOST:PORT has files looked at by ClamAV (docs/files.md). WHOM_BACKUP_FOLDER and
                WHOM_BACKUP_PASSPHRASE_FILE make a backup each night (docs/backup.md). Ctrl-C stops everything.
                """.formatted(Whereabouts.here().folder(Arguments.parse(java.util.List.of())));
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("demo", "port", "data");
        if (!arguments.words().isEmpty()) {
            throw new WrongUse("run takes no word: \"" + arguments.words().getFirst() + "\".");
        }
        Purpose purpose = Whereabouts.purpose(arguments);
        int port = port(arguments);
        String address = address(purpose);
        Nightly.of(System.getenv()::get);
        refuseBusy(address, port);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        start(Whereabouts.here().folder(arguments), purpose, address, port);
        if (purpose == Purpose.DEMONSTRATION) {
            running().application().getBean(Demonstration.class).left().toCompletableFuture().join();
            stop();
            startClean(port);
        }
        Thread.currentThread().join();
        return 0;
    }

    /** Opened first and served then, so that whoever stops it meanwhile has something to stop. */
    private void start(Path folder, Purpose purpose, String address, int port) throws SQLException {
        running = Installation.open(folder, purpose, System.err::println);
        running().serve(address, port);
        if (purpose == Purpose.REAL) {
            Nightly.of(System.getenv()::get).ifPresent(running()::backUp);
        }
        greet(running(), URI.create("http://localhost:" + port + "/"), purpose);
    }

    private void startClean(int port) throws SQLException {
        System.out.println("The demonstration is left; a clean installation starts in its place.");
        try {
            start(Whereabouts.here().folder(Arguments.parse(java.util.List.of())), Purpose.REAL, address(Purpose.REAL), port);
        } catch (CannotStart e) {
            throw new CannotStart("The demonstration is left, but no clean installation starts here: " + e.getMessage(), e);
        }
    }

    private Installation running() {
        return Objects.requireNonNull(running);
    }

    private void stop() {
        if (running != null) {
            running.close();
        }
    }

    private static int port(Arguments arguments) {
        int port = arguments.option("port").isPresent() ? arguments.number("port", 0) : Integer.parseInt(System.getenv().getOrDefault("WHOM_PORT", "8080"));
        if (port < 1 || port > 65_535) {
            throw new WrongUse("--port takes a number from 1 to 65535, not " + port + ".");
        }
        return port;
    }

    /** A demonstration lets in whoever comes, so it is for this machine alone. */
    private static String address(Purpose purpose) {
        return purpose == Purpose.DEMONSTRATION ? LOOPBACK : System.getenv().getOrDefault("WHOM_ADDRESS", EVERYWHERE);
    }

    /** Before anything is started: a database that comes up only to go down again helps nobody. */
    private static void refuseBusy(String address, int port) throws IOException {
        try (var trial = new ServerSocket()) {
            trial.setReuseAddress(true);
            trial.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (BindException e) {
            throw new CannotStart("Port " + port + " is in use or not allowed (" + e.getMessage() + "). Choose another: ./whom run --port "
                    + (port == 8080 ? 8081 : port + 1), e);
        }
    }

    private static void greet(Installation installation, URI address, Purpose purpose) throws SQLException {
        ApplicationContext application = installation.application();
        if (purpose == Purpose.DEMONSTRATION) {
            demonstrate(application.getBean(Demonstration.class), installation);
        }
        application.getBeanProvider(StartNote.class).orderedStream().flatMap(note -> note.lines(address).stream()).forEach(System.out::println);
        System.out.println("Whom is at " + address + " (Ctrl-C stops it)");
    }

    private static void demonstrate(Demonstration demonstration, Installation installation) throws SQLException {
        try (Connection owner = installation.connectAsOwner()) {
            demonstration.fill(owner, System.err::println);
        }
        System.out.println("Who can be signed in as:");
        demonstration.people().forEach(line -> System.out.println("  " + line));
    }
}
