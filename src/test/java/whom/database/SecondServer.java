package whom.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Another PostgreSQL beside that of the tests, with passwords of its own: what a machine is to which a house moves. */
public final class SecondServer implements AutoCloseable {

    private final EmbeddedPostgres server;
    private int count;

    private SecondServer(EmbeddedPostgres server) {
        this.server = server;
    }

    public static SecondServer in(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new SecondServer(EmbeddedPostgres.start(folder, Path.of("target", "postgres").toAbsolutePath(), Durability.THROWN_AWAY));
    }

    /** An empty database. */
    public Postgres next() throws SQLException {
        Login owner = server.owner().in("house" + ++count);
        try (Connection connection = server.superuser().connect()) {
            Roles.run(connection, "create database " + owner.database() + " owner " + owner.user());
        }
        return new GivenPostgres(owner);
    }

    /** SQL as the owner, whom no policy holds. */
    public static JdbcClient asOwner(Postgres postgres) {
        Login owner = postgres.owner();
        return JdbcClient.create(new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
    }

    @Override
    public void close() {
        server.close();
    }
}
