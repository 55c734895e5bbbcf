package whom.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything of one installation, held by one process at a time. The operating system lets go of the
 * lock when the process ends, however it ends.
 */
public final class DataFolder implements AutoCloseable {

    /** A second channel on the lock's file, once closed, would take the lock from the first: so not even try in one process. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws CannotStart when another process holds it */
    public static DataFolder hold(Path wished) {
        try {
            Files.createDirectories(wished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path path = wished.toRealPath();
            if (!HELD.add(path)) {
                throw taken(path);
            }
            try {
                return new DataFolder(path, locked(path));
            } catch (IOException | RuntimeException e) {
                HELD.remove(path);
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart("The data folder " + wished + " cannot be used: " + e + ". Give another: ./whom run --data DIR", e);
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw taken(path);
        }
        giveToOwner(path);
        return channel;
    }

    /** So that the folder's owner can start Whom after root did. */
    private static void giveToOwner(Path path) throws IOException {
        Path lock = path.resolve("lock");
        if (!Files.getOwner(lock).equals(Files.getOwner(path))) {
            Files.setOwner(lock, Files.getOwner(path));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static CannotStart taken(Path path) {
        return new CannotStart("Whom already runs on " + path + holder(path) + ". Stop it first, or give another folder: ./whom run --data DIR");
    }

    private static String holder(Path path) {
        try {
            String note = Files.readString(path.resolve("lock")).strip();
            return note.isEmpty() ? "" : " (" + note + ")";
        } catch (IOException e) {
            return "";
        }
    }

    /** Leaves word of who holds the folder, for whoever is turned away. */
    public void note(String word) {
        try {
            lock.truncate(0).write(StandardCharsets.UTF_8.encode(word + "\n"), 0);
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path + " cannot be written: " + e, e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            note("");
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            HELD.remove(path);
        }
    }
}
