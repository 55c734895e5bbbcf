package whom;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.util.FileSystemUtils;
import whom.bench.Bench;
import whom.bench.Fuzz;
import whom.bench.MailBench;
import whom.bench.MailReport;
import whom.bench.Report;
import whom.database.DatabaseRole;
import whom.database.Postgres;
import whom.database.Purpose;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** Measures how fast Whom is, on a database of a wished size that nobody else uses. */
final class BenchCommand implements Command {

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String arguments() {
        return "[--tickets N] [--against URL] [--data DIR] [--json]";
    }

    @Override
    public String summary() {
        return "Fills a scratch database and measures pages and API, beside what PostgreSQL alone needs.";
    }

    @Override
    public String details() {
        return """

                  --tickets N     how many tickets, of five messages each; 100000 unless said otherwise
                  --data DIR      the scratch folder; it is kept, and a second run does not fill it again
                  --against URL   asks another address the same, by turns; one that runs on a copy of the scratch folder,
                                  or any product with --asks
                  --asks FILE     what the other address is asked, in the form of bench.json in the scratch folder
                  --pids A,B      the other's processes, application first and then database, for their processor time
                  --only WORDS    what has these words in it, such as queue or "reads all"; mail measures how mail comes in
                  --letters N     with --only mail: how many of each way; 3000 unless said otherwise
                  --only fuzz     gives the reader of mail spoiled messages, for --minutes N (5 unless said otherwise), made of our own and
                                  of those in --messages DIR; what it stumbles over is written to --data DIR
                  --explain FILE  writes down how PostgreSQL goes about every statement
                  --json          for programs

                The organisation has 100,000 people, 200 agents, 40 teams, 10,000 units, 500 services and 20,000 fundings, whatever the
                number of tickets. Whom runs as a process of its own on a PostgreSQL of its own, and is warmed up first. Times are honest on
                a quiet machine only; processor time is so anywhere. docs/speed.md has figures.
                """;
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("tickets", "against", "data", "asks", "pids", "only", "letters", "minutes", "messages", "explain", "json");
        if (arguments.option("only").filter("fuzz"::equals).isPresent()) {
            return fuzz(arguments);
        }
        int tickets = arguments.number("tickets", 100_000);
        if (tickets < 100 || tickets > 5_000_000) {
            throw new WrongUse("--tickets takes a number from 100 to 5000000, not " + tickets + ".");
        }
        if (System.getenv("WHOM_DB_URL") != null) {
            throw new WrongUse("bench uses a database of its own. Unset WHOM_DB_URL.");
        }
        Path folder = Whereabouts.here().scratch(arguments, tickets);
        if (arguments.option("only").filter("mail"::equals).isPresent()) {
            return mail(folder, tickets, arguments);
        }
        Bench bench = prepared(folder, tickets, arguments);
        Report report = measured(bench, folder, arguments);
        System.out.println(arguments.has("json") ? report.json() : report.table());
        return 0;
    }

    /** Needs no database. */
    private static int fuzz(Arguments arguments) throws IOException {
        Path messages = arguments.option("messages").map(Path::of).orElse(null);
        if (messages != null && !Files.isDirectory(messages)) {
            throw new WrongUse("There is no folder " + messages + ".");
        }
        long seed = System.nanoTime();
        Fuzz fuzz = Fuzz.of(messages == null ? List.of() : Fuzz.folder(messages), seed).run(Duration.ofMinutes(arguments.number("minutes", 5)), System.err::println);
        System.out.println(fuzz);
        if (!fuzz.findings().isEmpty()) {
            Path folder = Path.of(arguments.option("data").orElse("fuzz"));
            fuzz.write(folder);
            System.out.println("What showed them is in " + folder + ".");
        }
        return fuzz.findings().isEmpty() ? 0 : 1;
    }

    private static int mail(Path folder, int tickets, Arguments arguments) throws Exception {
        filled(folder, tickets, arguments);
        MailReport report = mail(folder, arguments.number("letters", 3_000));
        System.out.println(arguments.has("json") ? report.json() : report.table());
        return 0;
    }

    /** Filled, and nothing else. */
    private static void filled(Path folder, int tickets, Arguments arguments) throws Exception {
        Bench bench = fresh(folder, tickets);
        try (var installation = Installation.open(folder, Purpose.REAL, System.err::println)) {
            bench.fill(installation::connectAsOwner, arguments.option("only").orElse(""));
            try (var owner = installation.connectAsOwner()) {
                MailBench.prepare(owner);
            }
        }
    }

    private static MailReport mail(Path folder, int letters) throws Exception {
        int port = freePort();
        int lmtp = freePort();
        Path log = folder.resolve("run.log");
        Process process = start(folder, port, log, Map.of("WHOM_LMTP", Integer.toString(lmtp)));
        try {
            await(port, process, log);
            Postgres postgres = Postgres.running(Map.of(), folder).orElseThrow();
            try (var owner = postgres.connectAsOwner(); var pipe = postgres.connectAs(DatabaseRole.MAIL)) {
                return new MailBench(owner, pipe, lmtp, process.pid(), server(folder), System.err::println).measure(letters);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Bench fresh(Path folder, int tickets) throws IOException {
        Bench bench = Bench.in(folder, tickets, System.err::println);
        if (bench.isHalf()) {
            FileSystemUtils.deleteRecursively(folder);
            bench = Bench.in(folder, tickets, System.err::println);
        }
        return bench;
    }

    /** Filled, with everybody let in, and with the statements of every page written down. */
    private static Bench prepared(Path folder, int tickets, Arguments arguments) throws Exception {
        Bench bench = fresh(folder, tickets);
        try (var installation = Installation.open(folder, Purpose.REAL, System.err::println)) {
            bench.fill(installation::connectAsOwner, arguments.option("only").orElse(""));
            try (var application = Application.serve(installation.database().through(DatabaseRole.APP, bench::recorded), "127.0.0.1", 0)) {
                bench.writeDown("http://127.0.0.1:" + ((ServletWebServerApplicationContext) application).getWebServer().getPort());
            }
        }
        if (bench.hasHandled()) {
            try (var installation = Installation.open(folder, Purpose.REAL, System.err::println); var application = Application.serve(installation.database(), "127.0.0.1", 0)) {
                bench.handle(application);
            }
        }
        return bench;
    }

    private static Report measured(Bench bench, Path folder, Arguments arguments) throws Exception {
        int port = freePort();
        Process process = start(folder, port, bench.log(), Map.of());
        try {
            await(port, process, bench.log());
            List<Bench.Asked> asked = new ArrayList<>();
            List<Long> pids = arguments.option("pids").map(given -> Arrays.stream(given.split(",")).map(Long::parseLong).toList()).orElse(List.of());
            asked.add(new Bench.Asked("", "http://127.0.0.1:" + port, List.of(process.pid()), List.of(server(folder)), null));
            arguments.option("against").ifPresent(url -> asked.add(new Bench.Asked("against", url.replaceAll("/+$", ""), pids.stream().limit(1).toList(), pids.stream().skip(1).toList(),
                    arguments.option("asks").map(Path::of).orElse(null))));
            try (var plain = Postgres.running(Map.of(), folder).orElseThrow().connectAs(DatabaseRole.APP)) {
                if (arguments.option("explain").isPresent()) {
                    Files.writeString(Path.of(arguments.required("explain")), bench.explained(plain));
                }
                return bench.measure(asked, plain);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** With the very flags that this process has, so that what is measured is what runs. */
    private static Process start(Path folder, int port, Path log, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Whom.class.getName(), "run", "--data", folder.toString(), "--port", Integer.toString(port)));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void await(int port, Process process, Path log) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (int tries = 0; tries < 600 && process.isAlive(); tries++) {
                try {
                    client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/healthz")).build(), BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    Thread.sleep(200);
                }
            }
        }
        throw new IOException("Whom did not start; " + log + " says why.");
    }

    private static long server(Path folder) throws IOException {
        try (var found = Files.find(folder.resolve("postgres"), 2, (path, attributes) -> path.endsWith("postmaster.pid"))) {
            return Long.parseLong(Files.readAllLines(found.findFirst().orElseThrow()).getFirst().strip());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
