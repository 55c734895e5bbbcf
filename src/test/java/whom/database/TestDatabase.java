package whom.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A clone of the migrated schema, with a pool for each role, and the owner's way in for what no role may do. */
public final class TestDatabase implements AutoCloseable {

    private final Login owner;
    private final Database database;
    private final HikariDataSource ownersWay;

    private TestDatabase(Login owner, Purpose purpose) {
        this.owner = owner;
        this.ownersWay = kept(owner);
        this.database = Database.open(owner, purpose);
    }

    public static TestDatabase fresh() {
        return new TestDatabase(TestServer.running().clonedDatabase(), Purpose.REAL);
    }

    public static TestDatabase forDemonstration() {
        return new TestDatabase(TestServer.running().clonedDatabase(), Purpose.DEMONSTRATION);
    }

    public Database database() {
        return database;
    }

    /** The way into it for another process, which {@link #joined} takes. */
    public Map<String, String> way() {
        return Map.of("WHOM_DB_URL", owner.url(), "WHOM_DB_USER", owner.user(), "WHOM_DB_PASSWORD", owner.password());
    }

    /** The same database, prepared by whoever started this process. */
    public static Database joined(Map<String, String> way) {
        return Database.open(new Login(way.get("WHOM_DB_URL"), way.get("WHOM_DB_USER"), way.get("WHOM_DB_PASSWORD")), Purpose.REAL);
    }

    public DataSource dataSource(DatabaseRole role) {
        return database.dataSource(role);
    }

    /** SQL as this role, without an actor. */
    public JdbcClient as(DatabaseRole role) {
        return JdbcClient.create(dataSource(role));
    }

    /** SQL as the owner, whom no policy holds: to prepare and to look behind. */
    public JdbcClient asOwner() {
        return JdbcClient.create(ownersWay);
    }

    /** Signing in takes longer than most of what tests ask for. Nothing is prepared, since some change tables and policies between two questions. */
    private static HikariDataSource kept(Login owner) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(owner.url());
        settings.setUsername(owner.user());
        settings.setPassword(owner.password());
        settings.setMinimumIdle(0);
        settings.setInitializationFailTimeout(-1);
        settings.addDataSourceProperty("prepareThreshold", "0");
        return new HikariDataSource(settings);
    }

    /** For what loads whole organisations; close it. */
    public java.sql.Connection connectAsOwner() throws java.sql.SQLException {
        return owner.connect();
    }

    public Door door(boolean served) {
        return new Door(served ? owner.of(DatabaseRole.APP) : owner);
    }

    /** Whoever may make roles and databases; on a given server, its owner. */
    Login superuser() {
        return TestServer.running().maker().in(owner.database());
    }

    /** Cuts every connection of a role, whatever it is in the middle of: as if its node were killed. By the role itself, since a given server's owner may not. */
    public void cut(DatabaseRole role) {
        Login login = owner.of(role);
        JdbcClient.create(new DriverManagerDataSource(login.url(), login.user(), login.password()))
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()").query().listOfRows();
    }

    Login owner() {
        return owner;
    }

    /** As a command finds it. */
    public Postgres postgres() {
        return new GivenPostgres(owner);
    }

    @Override
    public void close() {
        ownersWay.close();
        database.close();
        TestServer.running().drop(owner);
    }
}
