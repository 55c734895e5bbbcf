package whom.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import whom.mail.incoming.Arrivals;

/** Taking a letter in beside the application, with a connection of the role that mails: for a mail server's pipe. */
public final class Pipe {

    public static final int LARGEST = Arrivals.LARGEST;

    private Pipe() {}

    /** On disk when this returns. @return false when it was here before */
    public static boolean take(Connection connection, byte[] letter) throws SQLException {
        return Arrivals.keep(connection, letter);
    }

    /** Many, some in one transaction; on disk when this returns. @return how many were not here before */
    public static int take(Connection connection, Iterator<byte[]> letters) throws SQLException {
        return Arrivals.keep(connection, letters);
    }
}
