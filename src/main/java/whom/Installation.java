package whom;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import whom.database.CannotStart;
import whom.database.DataFolder;
import whom.database.Database;
import whom.database.Postgres;
import whom.database.Purpose;

/** A data folder, its database and the application on it: opened in this order, closed in the other. */
final class Installation implements AutoCloseable {

    private final @Nullable DataFolder folder;
    private final Postgres postgres;
    private final Database database;
    private @Nullable ConfigurableApplicationContext application;

    private Installation(@Nullable DataFolder folder, Postgres postgres, Database database) {
        this.folder = folder;
        this.postgres = postgres;
        this.database = database;
    }

    static Installation open(Path path, Purpose purpose, Consumer<String> progress) {
        DataFolder folder = DataFolder.hold(path);
        folder.note("process " + ProcessHandle.current().pid());
        Postgres postgres = null;
        try {
            progress.accept("Starting the database in " + folder.path() + " …");
            postgres = Postgres.of(System.getenv(), folder);
            return new Installation(folder, postgres, Database.open(postgres, purpose));
        } catch (RuntimeException e) {
            if (postgres != null) {
                postgres.close();
            }
            folder.close();
            throw e;
        }
    }

    /** As {@link #open}, or beside the process that has it open already. */
    static Installation reach(Path path, Purpose purpose, Consumer<String> progress) {
        try {
            return open(path, purpose, progress);
        } catch (CannotStart taken) {
            Postgres postgres = Postgres.running(System.getenv(), path).orElseThrow(() -> taken);
            return new Installation(null, postgres, Database.open(postgres, purpose));
        }
    }

    void serve(String address, int port) {
        application = Application.serve(database, address, port);
        java.util.Objects.requireNonNull(folder).note("process " + ProcessHandle.current().pid() + ", http://localhost:" + port + "/");
    }

    ConfigurableApplicationContext application() {
        return java.util.Objects.requireNonNull(application, "not started");
    }

    Connection connectAsOwner() throws SQLException {
        return postgres.connectAsOwner();
    }

    /** Requests end, then their connections, then the server, then the hold on the folder. */
    @Override
    public synchronized void close() {
        if (application != null) {
            application.close();
        }
        database.close();
        postgres.close();
        if (folder != null) {
            folder.close();
        }
    }
}
