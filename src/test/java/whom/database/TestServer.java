package whom.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One server for all tests of a process (there are two side by side): that of {@code WHOM_TEST_DB_URL}, else one under {@code target}, which keeps its data from
 * run to run so that the schema is migrated only when it has changed. It promises nothing about a power cut.
 */
final class TestServer {

    private static final String TEMPLATE = "whom_template_";
    private static final String CLONE = "whom_test_" + ProcessHandle.current().pid() + "_";

    private static TestServer running;

    /** May create databases. */
    private final Login maker;
    /** Owns what is in them. */
    private final Login owner;
    private final String template = TEMPLATE + Migrations.hash();
    private final AtomicInteger count = new AtomicInteger();

    private TestServer(Login maker, Login owner) {
        this.maker = maker;
        this.owner = owner;
    }

    static synchronized TestServer running() {
        if (running == null) {
            String url = System.getenv().getOrDefault("WHOM_TEST_DB_URL", "");
            running = url.isBlank() ? embedded() : given(url);
            running.migrate();
        }
        return running;
    }

    private static TestServer given(String url) {
        Login login = GivenPostgres.of(url, System.getenv("WHOM_TEST_DB_USER"), System.getenv("WHOM_TEST_DB_PASSWORD")).owner();
        return new TestServer(login, login);
    }

    private static TestServer embedded() {
        DataFolder folder = folder();
        var postgres = EmbeddedPostgres.start(folder.path(), Path.of("target", "postgres").toAbsolutePath(), Durability.THROWN_AWAY);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            postgres.close();
            folder.close();
        }));
        var server = new TestServer(postgres.superuser(), postgres.owner());
        server.dropLeftovers();
        return server;
    }

    /** A second run at the same time gets a folder of its own. */
    private static DataFolder folder() {
        try {
            return DataFolder.hold(Path.of("target", "test-database-" + Integer.getInteger("whom.fork", 1)));
        } catch (CannotStart taken) {
            try {
                return DataFolder.hold(Files.createTempDirectory("whom-test"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** From runs that were killed, and templates of schemas that are no more. */
    private void dropLeftovers() {
        for (String name : names("select datname from pg_database where datname like 'whom\\_test\\_%' or datname like '" + TEMPLATE + "%'")) {
            if (!name.equals(template)) {
                run("drop database " + name + " with (force)");
            }
        }
    }

    /** Under another name until it is whole, so that half a template is never cloned. */
    private void migrate() {
        if (names("select datname from pg_database").contains(template)) {
            return;
        }
        Login half = owner.in(CLONE + "template");
        run("create database " + half.database() + " owner " + owner.user());
        Database.open(new GivenPostgres(half), Purpose.REAL).close();
        run("alter database " + half.database() + " rename to " + template);
    }

    Login maker() {
        return maker;
    }

    Login clonedDatabase() {
        Login clone = owner.in(CLONE + count.incrementAndGet());
        run("create database " + clone.database() + " template " + template + " owner " + owner.user());
        return clone;
    }

    /** A given server's owner may not end other roles' connections; they are closed by then, and it waits for the last to be gone. */
    void drop(Login clone) {
        run("drop database if exists " + clone.database() + (maker.equals(owner) ? "" : " with (force)"));
    }

    private void run(String sql) {
        try (Connection connection = maker.connect()) {
            Roles.run(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    private List<String> names(String sql) {
        try (Connection connection = maker.connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
