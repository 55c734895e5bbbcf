package whom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import whom.kernel.WrongUse;

/** The folder of a scratch database: kept, so that a second run need not fill it again, and never one that is in other use. */
record Scratch(Path folder) {

    private static final String FILLED = "bench.json";
    private static final String BEGUN = "bench.begun";

    /** @throws WrongUse when there is something else in it */
    static Scratch in(Path folder) throws IOException {
        var scratch = new Scratch(folder);
        if (Files.isDirectory(folder) && !Files.exists(folder.resolve(BEGUN))) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new WrongUse(folder + " holds something else; bench fills a folder of its own. Give another: --data DIR");
                }
            }
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(BEGUN), "Filled by ./whom bench; may be removed.\n");
        return scratch;
    }

    boolean isFilled() {
        return Files.exists(plan());
    }

    boolean isHalf() {
        return !isFilled() && Files.exists(folder.resolve("secret"));
    }

    Path plan() {
        return folder.resolve(FILLED);
    }

    Path log() {
        return folder.resolve("run.log");
    }
}
