package whom.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.util.PasswordUtil;

/** The roles that Whom works as: made where they are missing, and judged before any of them is used. */
final class Roles {

    static final String WRONG_PASSWORD = "28P01";
    /** Any number, so that nodes that start together do not create a role twice. */
    private static final long ONE_AT_A_TIME = 5_736_202_611_220_001L;

    private Roles() {}

    /** One node at a time: the lock ends with the connection. */
    static void provide(Connection connection, Login owner) throws SQLException {
        run(connection, "set lock_timeout = '10min'; select pg_advisory_lock(" + ONE_AT_A_TIME + "); set lock_timeout = '5s'");
        for (DatabaseRole role : DatabaseRole.values()) {
            prepare(connection, owner.of(role));
        }
    }

    /** The owner's password was changed, so the others change with it. */
    static void followOwner(Connection connection, Login owner) throws SQLException {
        for (DatabaseRole role : DatabaseRole.values()) {
            mendPassword(connection, owner.of(role));
        }
    }

    private static void prepare(Connection connection, Login login) throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = ?", login.user())) {
            create(connection, login);
        }
        if (exists(connection, "select where not has_database_privilege(?, current_database(), 'connect')", login.user())) {
            run(connection, "do $$ begin execute format('grant connect on database %I to " + login.user() + "', current_database()); end $$");
        }
    }

    /** The server's other databases share the roles, and one of them may have been quicker. */
    private static void create(Connection connection, Login login) throws SQLException {
        try {
            login(connection, login.user(), login.password(), "");
        } catch (SQLException e) {
            if (!exists(connection, "select from pg_roles where rolname = ?", login.user())) {
                throw e;
            }
        }
    }

    private static void mendPassword(Connection connection, Login login) throws SQLException {
        try {
            run(connection, "alter role " + login.user() + " password '" + scrambled(login.password()) + "'");
        } catch (SQLException e) {
            throw new CannotStart("The role " + login.user() + " of this server belongs to another owner (" + e.getMessage()
                    + "). All databases of Whom on one server need the same WHOM_DB_USER and WHOM_DB_PASSWORD.", e);
        }
    }

    /** A role that can log in and do nothing special but {@code more}; the password never travels or is logged in the clear. */
    static void login(Connection connection, String name, String password, String more) throws SQLException {
        String verb = exists(connection, "select from pg_roles where rolname = ?", name) ? "alter" : "create";
        run(connection, verb + " role " + name + " login nosuperuser nobypassrls nocreatedb " + more + " password '" + scrambled(password) + "'");
    }

    private static String scrambled(String password) throws SQLException {
        return PasswordUtil.encodePassword("", password.toCharArray(), "scram-sha-256");
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static boolean exists(Connection connection, String sql, String argument) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
