package whom.database;

import java.util.List;
import java.util.function.Consumer;

/** The demonstration organisation. {@code ./whom run --demo} asks for it once the application is up; {@code demo} has it. */
public interface Demonstration {

    /** Fills the database where that has not happened, telling how far it is. */
    void fill(Consumer<String> progress);

    /** Who can be signed in as, one a line. */
    List<String> people();
}
