package whom.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code initdb} and {@code pg_ctl}, run as a user that they accept. */
record ServerPrograms(Path binaries, ServerUser user) {

    private static final int MINUTES_TO_RECOVER = 10;

    /** For letters beyond ASCII in trigrams and word borders; ordering is PostgreSQL's own and the same everywhere. */
    private static final List<String> LETTERS = List.of("C.UTF-8", "en_US.UTF-8", "C");

    void initialise(Path data, String superuser, String password) throws IOException {
        Path file = data.resolveSibling("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(file, password);
            user.give(file);
            String said = "";
            for (String letters : LETTERS) {
                var outcome = run(data.getParent(), List.of("initdb", "-D", data.toString(), "-U", superuser, "--pwfile=" + file,
                        "--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                        "--locale=C", "--lc-ctype=" + letters, "--no-instructions"));
                if (outcome.status == 0) {
                    return;
                }
                said = outcome.said;
            }
            throw new CannotStart("The database could not be created:\n" + said);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Loopback and passwords only, whatever was there before. */
    void configure(Path data, String settings) throws IOException {
        write(data.resolve("postgresql.conf"), settings);
        write(data.resolve("pg_hba.conf"), "# Written by Whom at each start.\nhost all all 127.0.0.1/32 scram-sha-256\n");
    }

    private void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        user.give(file);
    }

    void start(Path data, int port) throws IOException {
        Path log = data.resolve("start.log");
        Files.deleteIfExists(log);
        var outcome = run(data, List.of("pg_ctl", "start", "-w", "-t", Integer.toString(MINUTES_TO_RECOVER * 60), "-D", data.toString(),
                "-l", log.toString(), "-o", "-p " + port));
        if (outcome.status != 0) {
            throw new CannotStart("PostgreSQL did not start:\n" + (Files.exists(log) ? Files.readString(log) : outcome.said));
        }
    }

    void stop(Path data) {
        try {
            var outcome = run(data, List.of("pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", data.toString()));
            if (outcome.status != 0 && Files.exists(data.resolve("postmaster.pid"))) {
                throw new IllegalStateException("PostgreSQL did not stop: " + outcome.said);
            }
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not stop: " + e, e);
        }
    }

    private record Outcome(int status, String said) {}

    /** What is said goes to a file: a pipe would stay open as long as the server that was started. */
    private Outcome run(Path folder, List<String> program) throws IOException {
        Path said = Files.createTempFile("whom", ".log");
        try {
            var command = new java.util.ArrayList<>(program);
            command.set(0, binaries.resolve("bin").resolve(program.getFirst()).toString());
            var builder = new ProcessBuilder(user.command(command)).directory(folder.toFile())
                    .redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES_TO_RECOVER + 1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Outcome(-1, "it took too long");
            }
            return new Outcome(process.exitValue(), Files.readString(said));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
