package whom.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;

/** One way into a database. */
record Login(String url, String user, String password) {

    private static final Pattern DATABASE = Pattern.compile("(?<=[^/])/[^/?]+(?=\\?|$)");

    /** {@code lock_timeout} always: a change that waits for a lock makes everyone behind it wait. */
    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("options", "-c lock_timeout=5s");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "whom");
        return DriverManager.getConnection(url, properties);
    }

    /** The login of a role whose password every node that knows this one's can work out. */
    Login of(DatabaseRole role) {
        return new Login(url, role.sqlName(), Secret.derive(password, role.sqlName()));
    }

    /** The same way into another database of the server. */
    Login in(String database) {
        return new Login(DATABASE.matcher(url).replaceFirst("/" + database), user, password);
    }

    String database() {
        var found = DATABASE.matcher(url);
        return found.find() ? found.group().substring(1) : user;
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
