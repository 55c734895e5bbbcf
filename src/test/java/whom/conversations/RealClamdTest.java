package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ClamAV itself, where it is installed, at its own kind of socket, with one signature of ours: of the file that the makers of scanners agreed upon for trials. */
class RealClamdTest {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    /** In two pieces, so that no scanner takes this file for it. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    @Test
    void it_knows_what_is_clean_and_what_is_not(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(CLAMD), "no ClamAV here: apt install clamav-daemon");
        Path socket = folder.resolve("clamd.ctl");
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(signatures.resolve("trial.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Trial-Signature\n");
        Path settings = Files.writeString(folder.resolve("clamd.conf"), "LocalSocket " + socket + "\nDatabaseDirectory " + signatures + "\nForeground yes\nStreamMaxLength 1M\nMaxThreads 2\n"
                + (System.getProperty("user.name").equals("root") ? "User root\n" : ""));
        Process process = new ProcessBuilder(CLAMD.toString(), "--config-file=" + settings).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        try {
            Instant late = Instant.now().plus(Duration.ofSeconds(30));
            while (!Files.exists(socket) && process.isAlive() && Instant.now().isBefore(late)) {
                Thread.sleep(100);
            }
            assertThat(socket).as(() -> log(folder)).exists();
            Clamd clamd = Clamd.at(socket.toString());
            assertThat(ask(clamd, EICAR.getBytes(StandardCharsets.US_ASCII))).isEqualTo(new Clamd.Infected("Trial-Signature.UNOFFICIAL"));
            assertThat(ask(clamd, "good morning".getBytes(StandardCharsets.US_ASCII))).isEqualTo(new Clamd.Clean());
            assertThat(ask(clamd, new byte[700_000])).isEqualTo(new Clamd.Clean());
            assertThat(ask(clamd, new byte[5_000_000])).isEqualTo(new Clamd.Nothing("too_large"));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Clamd.Answer ask(Clamd clamd, byte[] bytes) {
        return clamd.ask(at -> at >= bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, (int) at, (int) Math.min(bytes.length, at + 500_000)));
    }

    private static String log(Path folder) {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return "no log";
        }
    }
}
