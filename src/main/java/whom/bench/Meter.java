package whom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processor time of some processes with all that they started. On Linux what ended meanwhile counts too; elsewhere the
 * operating system tells of what still runs.
 */
record Meter(List<Long> roots) {

    private static final long TICK = 1_000_000_000L / 100;

    long nanoseconds() {
        return roots.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).flatMap(root -> Stream.concat(Stream.of(root), root.descendants())).mapToLong(Meter::used).sum();
    }

    private static long used(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String line = Files.readString(file);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12]) + Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * TICK;
        } catch (IOException elsewhere) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        }
    }

    /** Of one process with a single thread, such as one connection's of PostgreSQL: to the nanosecond on Linux. */
    static long ofOne(long pid) {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc", Long.toString(pid), "schedstat")).split(" ")[0]);
        } catch (IOException elsewhere) {
            return new Meter(List.of(pid)).nanoseconds();
        }
    }

    /** What a process holds in memory, in megabytes; 0 where that cannot be said. */
    static long resident(long pid) {
        try {
            try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
            } catch (IOException elsewhere) {
                var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
                return Long.parseLong(new String(ps.getInputStream().readAllBytes()).strip()) / 1024;
            }
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }
}
