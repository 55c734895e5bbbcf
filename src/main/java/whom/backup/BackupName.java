package whom.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Backups of one folder, named after the time, so that the names sort by age. */
public final class BackupName {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'whom-'yyyyMMdd'T'HHmmss'Z.backup'").withZone(ZoneOffset.UTC);
    private static final Pattern OURS = Pattern.compile("whom-\\d{8}T\\d{6}Z\\.backup");
    private static final Pattern HALF = Pattern.compile("\\.whom-\\d{8}T\\d{6}Z\\.backup\\.\\d+\\.part");

    private BackupName() {}

    public static Path in(Path folder, Instant at) {
        return folder.resolve(NAME.format(at));
    }

    /** Leaves the newest, and what has another name; halves that somebody's end left behind go too. */
    static void leave(Path folder, int newest) throws IOException {
        List<Path> all = named(folder, OURS);
        for (Path old : all.subList(0, Math.max(0, all.size() - newest))) {
            Files.deleteIfExists(old);
        }
        for (Path half : named(folder, HALF)) {
            Files.deleteIfExists(half);
        }
    }

    private static List<Path> named(Path folder, Pattern pattern) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> pattern.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file)).sorted(Comparator.comparing(Path::getFileName)).toList();
        }
    }
}
