package whom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import whom.mail.Samples;

/** Two seconds of what {@code ./whom bench --only fuzz} does for minutes, with the shared messages too where they lie beside the project. */
class FuzzTest {

    private static final Path SHARED = Path.of("../shared/acceptance/mail/cases");

    @Test
    void spoiled_messages_are_read_without_a_mistake_and_in_proportion_to_their_length() throws IOException {
        List<byte[]> shared = Files.isDirectory(SHARED) ? Fuzz.folder(SHARED) : List.of();
        assertThat(Fuzz.of(Stream.concat(Samples.ALL.stream(), shared.stream()).toList(), System.nanoTime()).run(Duration.ofSeconds(2), progress -> {}).findings()).extracting(Fuzz.Finding::what).isEmpty();
    }
}
