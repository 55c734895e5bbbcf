package whom.access;

import whom.kernel.Sql;

/**
 * A module that keeps something about people tells them what (GDPR, article 15). The counterpart of {@link Erasing}: what is taken
 * away there is told here, as far as it is theirs to read.
 */
public interface Telling {

    /** Rows of {@code list}, the name of a list, and {@code value}, one JSON object of it. Asked as that person, with their rights. */
    Sql about(long me);
}
