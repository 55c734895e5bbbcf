package whom.standings.files;

import java.nio.file.Path;

/** A file is not what it should be. The message names the file, the place in it, and what is wrong there. */
public final class BadFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadFile(String message) {
        super(message);
    }

    /** The same, once it is known of which file it is said. */
    BadFile in(Path file) {
        return new BadFile(file + ": " + getMessage());
    }
}
