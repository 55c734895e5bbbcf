package whom.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A house that ran one of these does not start with another of that name, so what changes is a new one; {@code sha256sum V*.sql} writes the list. */
class LandedMigrationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/db");
    private static final Path LANDED = Path.of("src/test/resources/database/migrations.sha256");

    @Test
    void migrations_stay_as_they_were_run() throws IOException {
        List<String> now;
        try (Stream<Path> files = Files.list(FOLDER)) {
            now = files.filter(file -> file.getFileName().toString().startsWith("V")).map(LandedMigrationsTest::line).toList();
        }
        assertThat(now).as("add a new one to " + LANDED + ", and never change one that is there").containsExactlyInAnyOrderElementsOf(Files.readAllLines(LANDED));
    }

    private static String line(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))) + "  " + file.getFileName();
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
