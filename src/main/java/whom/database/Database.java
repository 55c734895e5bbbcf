package whom.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/** The database, ready to be used: roles made and judged, schema up to date, a pool of connections for each role. */
public final class Database implements AutoCloseable {

    private static final String OLDEST = "180000";

    private final Map<DatabaseRole, ? extends DataSource> pools;
    private final Purpose purpose;

    /** Tests hand in pools of their own. */
    Database(Map<DatabaseRole, ? extends DataSource> pools, Purpose purpose) {
        this.pools = pools;
        this.purpose = purpose;
    }

    /** @throws CannotStart when it is no PostgreSQL 18, in other use, or would not keep one person's rows from another */
    public static Database open(Postgres postgres, Purpose purpose) {
        Login owner = postgres.owner();
        try (Connection connection = owner.connect()) {
            refuseOlder(connection);
            Roles.provide(connection, owner);
            Migrations.run(connection, owner);
            purpose.claim(connection);
            judge(connection, owner);
        } catch (SQLException e) {
            throw new CannotStart("The database cannot be prepared as " + owner + ": " + e.getMessage(), e);
        }
        return open(owner, purpose);
    }

    /** Of one that is prepared. */
    static Database open(Login owner, Purpose purpose) {
        return new Database(Pools.open(owner), purpose);
    }

    private static void judge(Connection connection, Login owner) throws SQLException {
        Login app = owner.of(DatabaseRole.APP);
        try {
            RoleCheck.refusePowerful(app);
        } catch (SQLException e) {
            if (!Roles.WRONG_PASSWORD.equals(e.getSQLState())) {
                throw e;
            }
            Roles.followOwner(connection, owner);
            RoleCheck.refusePowerful(app);
        }
    }

    private static void refuseOlder(Connection connection) throws SQLException {
        if (!Roles.exists(connection, "select where current_setting('server_version_num')::int >= ?::int", OLDEST)) {
            throw new CannotStart("Whom needs PostgreSQL 18 or later; this one says "
                    + connection.getMetaData().getDatabaseProductVersion() + ".");
        }
    }

    /** What was written into it at its first start. */
    public Purpose purpose() {
        return purpose;
    }

    /** The same with something around a role's pool, such as what writes down its statements. */
    public Database through(DatabaseRole role, UnaryOperator<DataSource> around) {
        var wrapped = new EnumMap<DatabaseRole, DataSource>(pools);
        wrapped.put(role, around.apply(dataSource(role)));
        return new Database(wrapped, purpose);
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
