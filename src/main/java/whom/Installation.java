package whom;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import whom.backup.Nightly;
import whom.backup.NightlyBackups;
import whom.database.CannotStart;
import whom.database.DataFolder;
import whom.database.Database;
import whom.database.Door;
import whom.database.Postgres;
import whom.database.Purpose;

/**
 * A data folder, its database and the application on it: opened in this order, closed in the other. The database comes up
 * while the application is being put together.
 */
final class Installation implements AutoCloseable {

    private record Opened(Postgres postgres, Database database) {}

    private final @Nullable DataFolder folder;
    private final CompletableFuture<Opened> opening;
    private @Nullable ConfigurableApplicationContext application;
    private @Nullable NightlyBackups backups;
    private boolean closed;

    private Installation(@Nullable DataFolder folder, Supplier<Postgres> postgres, Purpose purpose) {
        this.folder = folder;
        this.opening = CompletableFuture.supplyAsync(() -> open(postgres.get(), purpose));
    }

    static Installation open(Path path, Purpose purpose, Consumer<String> progress) {
        DataFolder folder = DataFolder.hold(path);
        folder.note("process " + ProcessHandle.current().pid());
        progress.accept(Postgres.isGiven(System.getenv()) ? "Opening the database that WHOM_DB_URL names …" : "Starting the database in " + folder.path() + " …");
        return new Installation(folder, () -> Postgres.of(System.getenv(), folder), purpose);
    }

    /** As {@link #reach}, but makes none: a new and empty house would be asked, or backed up, in place of the one that is meant. */
    static Installation find(Path path, Purpose purpose, Consumer<String> progress) {
        if (!Postgres.isThere(System.getenv(), path)) {
            throw new CannotStart("There is no house in " + path + " that this user can open. Say where it is: --data DIR, or WHOM_DATA;"
                    + " under the systemd unit it is /var/lib/whom.");
        }
        return reach(path, purpose, progress);
    }

    /** As {@link #open}, or beside the process that has it open already. */
    static Installation reach(Path path, Purpose purpose, Consumer<String> progress) {
        try {
            return open(path, purpose, progress);
        } catch (CannotStart taken) {
            Postgres postgres = Postgres.running(System.getenv(), path).orElseThrow(() -> taken);
            return new Installation(null, () -> postgres, purpose);
        }
    }

    private static Opened open(Postgres postgres, Purpose purpose) {
        try {
            return new Opened(postgres, Database.open(postgres, purpose));
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    void serve(String address, int port) {
        try {
            application = Application.serve(this::database, address, port);
        } catch (RuntimeException e) {
            throw plain(e);
        }
        Objects.requireNonNull(folder).note("process " + ProcessHandle.current().pid() + ", http://localhost:" + port + "/");
    }

    void backUp(Nightly nightly) {
        backups = NightlyBackups.start(nightly, this::connectAsOwner);
    }

    /** What Spring wraps around the reason helps nobody at a terminal. */
    private static RuntimeException plain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart reason) {
                return reason;
            }
        }
        return failure;
    }

    ConfigurableApplicationContext application() {
        return Objects.requireNonNull(application, "not started");
    }

    Database database() {
        return opened().database;
    }

    /** For tools: as the role that serves people, or as the owner. */
    Door door(boolean served) {
        return opened().postgres.door(served);
    }

    Connection connectAsOwner() throws SQLException {
        return opened().postgres.connectAsOwner();
    }

    private Opened opened() {
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Requests end, then their connections, then the server, then the hold on the folder. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (backups != null) {
            backups.close();
        }
        if (application != null) {
            application.close();
        }
        opening.exceptionally(failed -> null).thenAccept(opened -> {
            if (opened != null) {
                opened.database.close();
                opened.postgres.close();
            }
        }).join();
        if (folder != null) {
            folder.close();
        }
    }
}
