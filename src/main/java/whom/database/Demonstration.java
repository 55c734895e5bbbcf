package whom.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The demonstration organisation. {@code ./whom run --demo} asks for it once the application is up; {@code demo} has it. */
public interface Demonstration {

    /** Fills the database where that has not happened, as its owner, telling how far it is. */
    void fill(Connection owner, Consumer<String> progress) throws SQLException;

    /** Who can be signed in as, one a line. */
    List<String> people();

    /** Completes when somebody leaves it on its page, which asks for a clean installation in its place. */
    CompletionStage<Void> left();
}
