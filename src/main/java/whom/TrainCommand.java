package whom;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.util.FileSystemUtils;
import whom.database.Purpose;
import whom.kernel.Arguments;
import whom.kernel.Command;

/** Starts on a database that is thrown away, asks for some pages and stops, while the JVM writes down what it loads. */
final class TrainCommand implements Command {

    private static final List<String> PAGES = List.of("/healthz", "/", "/sign-in");

    @Override
    public String name() {
        return "train";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String summary() {
        return "Used while building: a dry start, so that later starts are quick.";
    }

    @Override
    public boolean listed() {
        return false;
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        Path folder = Files.createTempDirectory("whom-train");
        try (var installation = Installation.open(folder, Purpose.REAL, System.err::println)) {
            installation.serve("127.0.0.1", 0);
            int port = ((ServletWebServerApplicationContext) installation.application()).getWebServer().getPort();
            return ask("http://127.0.0.1:" + port) ? 0 : 1;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static boolean ask(String address) throws IOException, InterruptedException {
        boolean fine = true;
        try (var client = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                var answer = client.send(HttpRequest.newBuilder(URI.create(address + page)).build(), BodyHandlers.ofString());
                System.err.println(page + ": " + answer.statusCode());
                fine &= answer.statusCode() < 400;
            }
        }
        return fine;
    }
}
