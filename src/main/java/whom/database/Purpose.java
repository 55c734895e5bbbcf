package whom.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What a database is used for, written into it at the first start, so that a demonstration never mixes with real use. */
public enum Purpose {
    REAL, DEMONSTRATION;

    void claim(Login owner) {
        try (Connection connection = owner.connect()) {
            Roles.run(connection, "insert into database.purpose (name) values ('" + name() + "') on conflict do nothing");
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("select name from database.purpose")) {
                rows.next();
                refuse(valueOf(rows.getString(1)));
            }
        } catch (SQLException e) {
            throw new CannotStart("The database's purpose cannot be read: " + e.getMessage(), e);
        }
    }

    private void refuse(Purpose found) {
        if (found == this) {
            return;
        }
        throw new CannotStart(this == DEMONSTRATION
                ? "This database is in real use; a demonstration is not loaded into it. Give another folder: ./whom run --demo --data DIR"
                : "This database holds a demonstration. Start it with --demo, or give another folder: ./whom run --data DIR");
    }
}
