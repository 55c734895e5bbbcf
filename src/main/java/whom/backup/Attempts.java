package whom.backup;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Notes how a backup went, for the page on which administrators look. */
final class Attempts {

    private static final int LONGEST = 400;

    private Attempts() {}

    /** The tables of an older Whom have no place for it. */
    static void made(Connection owner, Made made) throws SQLException {
        try (var statement = owner.createStatement(); var rows = statement.executeQuery("select where to_regclass('backup.attempt') is not null")) {
            if (!rows.next()) {
                return;
            }
        }
        try (var note = owner.prepareStatement("insert into backup.attempt (file, bytes, row_count) values (?, ?, ?)")) {
            note.setString(1, made.file().toString());
            note.setLong(2, made.bytes());
            note.setLong(3, made.rows());
            note.executeUpdate();
        }
        try (var event = owner.prepareStatement("insert into log.event (verb, subject, subject_id) values ('house.backed_up', 'house', 0)")) {
            event.executeUpdate();
        }
    }

    static void failed(Connection owner, Path folder, Exception why) throws SQLException {
        try (var note = owner.prepareStatement("insert into backup.attempt (file, failure) values (?, ?)")) {
            note.setString(1, folder.toString());
            note.setString(2, shortened(why));
            note.executeUpdate();
        }
    }

    private static String shortened(Exception why) {
        String said = why instanceof FileSystemException ? why.toString() : String.valueOf(why.getMessage());
        return said.substring(0, Math.min(LONGEST, said.length()));
    }
}
