package whom.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shared messages and what they must come to; kept beside the project, not in it. */
class AcceptanceTest {

    private static final Path CASES = Path.of("../shared/acceptance/mail");

    @TempDir
    private Path out;

    @Test
    void the_shared_messages_are_read_as_their_sources_read_them() throws Exception {
        assumeTrue(Files.isDirectory(CASES.resolve("cases")), "the shared messages are not beside the project");
        assumeTrue(hasPython(), "there is no python3 to score with");
        new MailParseCommand().run(List.of(CASES.resolve("cases").toString(), "--out", out.toString()));
        Process score = new ProcessBuilder("python3", CASES.resolve("score.py").toString(), out.toString(), "--list-failures",
                "--threshold", "99", "--source-threshold", "98", "--case-threshold", "95").redirectErrorStream(true).start();
        String said = new String(score.getInputStream().readAllBytes());
        assertThat(score.waitFor()).as(said).isZero();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            Process python = new ProcessBuilder("python3", "--version").redirectErrorStream(true).start();
            return python.waitFor(60, TimeUnit.SECONDS) && python.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
