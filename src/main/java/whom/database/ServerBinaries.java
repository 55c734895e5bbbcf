package whom.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from their jar into the data folder once per version. */
final class ServerBinaries {

    private ServerBinaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}. */
    static Path in(Path folder) throws IOException {
        Path unpacked = folder.resolve(VERSION + "-" + platform());
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        Files.createDirectories(folder);
        Path half = Files.createTempDirectory(folder, "unpacking");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(half);
        try {
            Files.move(half, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(half);
            if (!Files.isDirectory(unpacked)) {
                throw e;
            }
        }
        return unpacked;
    }

    static final String VERSION = "18.6.0";

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        return system + "-" + (System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64");
    }

    private static void unpack(Path to) throws IOException {
        try (InputStream packed = ServerBinaries.class.getResourceAsStream("/postgres-" + platform() + ".txz")) {
            if (packed == null) {
                throw new CannotStart("Whom was built without a PostgreSQL for this machine (" + platform()
                        + "). Give one instead: WHOM_DB_URL, WHOM_DB_USER and WHOM_DB_PASSWORD.");
            }
            var tar = new TarArchiveInputStream(new XZInputStream(packed));
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, to);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path to) throws IOException {
        Path file = to.resolve(entry.getName()).normalize();
        if (!file.startsWith(to)) {
            throw new IOException("The archive points outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            Files.setPosixFilePermissions(file, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        boolean program = (mode & 0100) != 0;
        return EnumSet.copyOf(PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
