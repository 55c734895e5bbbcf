package whom.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server that runs on a folder, as its {@code postmaster.pid} tells: one that outlived the Java which started it. */
record RunningServer(Path data, long process, int port) {

    /** No process has this number, on Linux or macOS. */
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    static Optional<RunningServer> on(Path data) throws IOException {
        Path file = note(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() >= 8 && lines.get(7).strip().equals("ready") && isPostgres(Long.parseLong(lines.getFirst().strip()))) {
            return Optional.of(new RunningServer(data, Long.parseLong(lines.getFirst().strip()), Integer.parseInt(lines.get(3).strip())));
        }
        return Optional.empty();
    }

    /**
     * After a kill, PostgreSQL will not start beside whatever bears the old server's number now. In a container numbers start
     * anew each time, so that is often a thread of our own. The rest of the note stays: by it PostgreSQL finds who still uses
     * the old server's memory.
     */
    static void forgetDead(Path data) throws IOException {
        if (!Files.exists(note(data))) {
            return;
        }
        var lines = new ArrayList<>(Files.readAllLines(note(data)));
        if (!lines.isEmpty() && lines.getFirst().strip().matches("\\d{1,10}") && !isPostgres(Long.parseLong(lines.getFirst().strip()))) {
            lines.set(0, NOBODY);
            Files.write(note(data), lines);
        }
    }

    private static Path note(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** After a crash of the machine or in a new container, the number may belong to anything. */
    private static boolean isPostgres(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive)
                .map(found -> found.info().command().map(command -> command.endsWith("/postgres")).orElse(true))
                .orElse(false);
    }

    /** Whether it was started from these programs; else an older Whom left it. */
    boolean runs(Path binaries) throws IOException {
        Path options = data.resolve("postmaster.opts");
        return Files.exists(options) && Files.readString(options).startsWith(binaries.resolve("bin").resolve("postgres").toString());
    }
}
