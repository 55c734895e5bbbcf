package whom.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Where the database is: a server of our own in the data folder, or one that was given. */
public sealed interface Postgres extends AutoCloseable permits EmbeddedPostgres, GivenPostgres {

    /** The owner's login: migrations and roles, nothing else. */
    Login owner();

    /** For commands that load whole organisations, never for what a request asks: no policy holds the owner. Close it. */
    default Connection connectAsOwner() throws SQLException {
        return owner().connect();
    }

    /** For tools: as the role that serves people, or as the owner. */
    default Door door(boolean served) {
        return new Door(served ? owner().of(DatabaseRole.APP) : owner());
    }

    /** As one of the application's roles, without its pool. Close it. */
    default Connection connectAs(DatabaseRole role) throws SQLException {
        return owner().of(role).connect();
    }

    /** The one that another process has open on this folder, or that {@code WHOM_DB_URL} names; closing it stops nothing. */
    static Optional<Postgres> running(Map<String, String> environment, Path folder) {
        return isGiven(environment)
                ? Optional.of(GivenPostgres.of(environment.get("WHOM_DB_URL"), environment.get("WHOM_DB_USER"), environment.get("WHOM_DB_PASSWORD")))
                : EmbeddedPostgres.running(folder);
    }

    /** Whether {@code WHOM_DB_URL} names one, or there is one of our own in the folder that this user may open. */
    static boolean isThere(Map<String, String> environment, Path folder) {
        return isGiven(environment) || EmbeddedPostgres.isIn(folder);
    }

    static boolean isGiven(Map<String, String> environment) {
        return !environment.getOrDefault("WHOM_DB_URL", "").isBlank();
    }

    /** For the log; no passwords. */
    String describe();

    /** Whether another Whom may use the same database at the same time. */
    boolean shared();

    @Override
    void close();

    /** The server that {@code WHOM_DB_URL} names, else the one in {@code folder}, started or taken over. */
    static Postgres of(Map<String, String> environment, DataFolder folder) {
        return isGiven(environment)
                ? GivenPostgres.of(environment.get("WHOM_DB_URL"), environment.get("WHOM_DB_USER"), environment.get("WHOM_DB_PASSWORD"))
                : EmbeddedPostgres.start(folder.path(), Durability.DURABLE);
    }
}
