package whom.kernel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all: beside its place first, then moved there. */
public final class WholeFile {

    /** What is to stand in the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** Makes the folder if there is none. @throws WrongUse when {@code place} is itself a folder */
    public static void write(Path place, Content content) throws IOException {
        if (Files.isDirectory(place)) {
            throw new WrongUse(place + " is a folder; name a file in it.");
        }
        if (Files.exists(place) && !Files.isRegularFile(place)) { // /dev/stdout and its like cannot be replaced
            try (var out = new BufferedOutputStream(Files.newOutputStream(place))) {
                content.writeTo(out);
            }
            return;
        }
        replace(Files.exists(place) ? place.toRealPath() : place.toAbsolutePath(), content);
    }

    private static void replace(Path place, Content content) throws IOException {
        Path folder = place.getParent();
        Files.createDirectories(folder);
        Path beside = folder.resolve("." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))) {
                content.writeTo(out);
            }
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
