package whom.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What a database is used for, written into it at the first start, so that a demonstration never mixes with real use. */
public enum Purpose {
    REAL, DEMONSTRATION;

    void claim(Connection connection) throws SQLException {
        String first = "insert into database.purpose (name) select '" + name() + "' where not exists (select from database.purpose) on conflict do nothing";
        try (var statement = connection.createStatement()) {
            statement.execute(first);
            try (var rows = statement.executeQuery("select name from database.purpose")) {
                rows.next();
                refuse(valueOf(rows.getString(1)));
            }
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
