package whom.mail;

import java.sql.Connection;
import java.sql.SQLException;
import whom.mail.incoming.Arrivals;

/** Taking a letter in beside the application, with a connection of the role that mails: for a mail server's pipe. */
public final class Pipe {

    public static final int LARGEST = Arrivals.LARGEST;

    private Pipe() {}

    /** On disk when this returns. @return false when it was here before */
    public static boolean take(Connection connection, byte[] letter) throws SQLException {
        return Arrivals.keep(connection, letter);
    }
}
