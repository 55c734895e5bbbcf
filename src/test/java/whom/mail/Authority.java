package whom.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A certificate for {@code localhost} that nobody believes, for mail servers within a test's process. */
public record Authority(Path store, String pem) {

    private static @org.jspecify.annotations.Nullable Authority one;

    /** The same for all tests, since the servers of one process have one certificate. */
    public static synchronized Authority one() throws IOException, InterruptedException {
        one = one == null ? fresh() : one;
        return one;
    }

    private static Authority fresh() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("whom-authority");
        Path store = folder.resolve("server.p12");
        keytool(store, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "30");
        String pem = keytool(store, "-exportcert", "-rfc", "-alias", "server");
        return new Authority(store, pem.substring(pem.indexOf("-----BEGIN")));
    }

    /** GreenMail takes its certificate from there; before its first server with TLS is made. */
    public void forGreenMail() {
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
    }

    private static String keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "changeit"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }
}
