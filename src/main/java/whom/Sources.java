package whom;

import java.nio.file.Path;

/** Where the sources are, for the commands of developers. */
final class Sources {

    private Sources() {}

    /** {@code ./whom} says it; else where one stands. */
    static Path folder() {
        return Path.of(System.getenv().getOrDefault("WHOM_SOURCES", ""));
    }
}
