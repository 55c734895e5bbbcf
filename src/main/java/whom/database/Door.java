package whom.database;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;

/** A way in for tools of whoever has the machine, such as psql. Its password is never printed. */
public final class Door {

    private final Login login;
    private final URI address;

    Door(Login login) {
        this.login = login;
        this.address = URI.create(login.url().substring("jdbc:".length()));
    }

    public String host() {
        return address.getHost();
    }

    public int port() {
        return address.getPort() < 0 ? 5432 : address.getPort();
    }

    public String database() {
        return login.database();
    }

    public String user() {
        return login.user();
    }

    public String password() {
        return login.password();
    }

    public Connection connect() throws SQLException {
        return login.connect();
    }
}
