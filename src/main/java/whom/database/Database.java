package whom.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/** The database, ready to be used: roles made and judged, schema up to date, a pool of connections for each role. */
public final class Database implements AutoCloseable {

    private static final int OLDEST = 180_000;

    private final Map<DatabaseRole, ? extends DataSource> pools;

    /** Tests hand in pools of their own. */
    Database(Map<DatabaseRole, ? extends DataSource> pools) {
        this.pools = pools;
    }

    /** @throws CannotStart when it is no PostgreSQL 18, in other use, or would not keep one person's rows from another */
    public static Database open(Postgres postgres, Purpose purpose) {
        Login owner = postgres.owner();
        refuseOlder(owner);
        Roles.prepare(owner);
        Migrations.run(owner);
        purpose.claim(owner);
        return open(owner);
    }

    /** Of one whose schema is up to date. */
    static Database open(Login owner) {
        var database = new Database(Pools.open(owner));
        try {
            database.pools.values().forEach(RoleCheck::refusePowerful);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void refuseOlder(Login owner) {
        try (Connection connection = owner.connect();
             var statement = connection.createStatement();
             var rows = statement.executeQuery("show server_version_num")) {
            rows.next();
            if (rows.getInt(1) < OLDEST) {
                throw new CannotStart("Whom needs PostgreSQL 18 or later; this one says " + connection.getMetaData().getDatabaseProductVersion() + ".");
            }
        } catch (SQLException e) {
            throw new CannotStart("The database cannot be reached as " + owner + ": " + e.getMessage(), e);
        }
    }

    public DataSource dataSource(DatabaseRole role) {
        return pools.get(role);
    }

    @Override
    public void close() {
        for (DataSource pool : pools.values()) {
            if (pool instanceof AutoCloseable closeable) {
                close(closeable);
            }
        }
    }

    private static void close(AutoCloseable pool) {
        try {
            pool.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Database.class).warn("A pool did not close", e);
        }
    }
}
