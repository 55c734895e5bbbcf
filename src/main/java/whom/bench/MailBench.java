package whom.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import whom.mail.Pipe;

/** Mail in: from files and by LMTP, until it is on disk and until each letter is a ticket or an answer in one; and how memory stands while large ones pass. */
public final class MailBench {

    private static final int CLIENTS = 4;
    private static final int WARM = 1_500;
    private static final int LARGE = 25 * 1024 * 1024;
    private static final int LARGE_ONES = 8;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Connection owner;
    private final Connection pipe;
    private final int port;
    private final long process;
    private final Meter application;
    private final Meter database;
    private final MailLetters letters;
    private final Consumer<String> progress;
    private int next;

    /** @param pipe as the role that mails @param port of the application's LMTP */
    public MailBench(Connection owner, Connection pipe, int port, long process, long database, Consumer<String> progress) {
        this.owner = owner;
        this.pipe = pipe;
        this.port = port;
        this.process = process;
        this.application = new Meter(List.of(process));
        this.database = new Meter(List.of(database));
        this.letters = new MailLetters(Size.of(0), Long.toString(System.currentTimeMillis(), 36));
        this.progress = progress;
    }

    /** So that what our own server says of a sender is believed, as it is in a house. */
    public static void prepare(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("insert into mail.setting (name, value) values ('receiver', 'mail.bench.example'), ('address', 'help@bench.example') on conflict (name) do update set value = excluded.value");
            statement.execute("insert into people.team (key, name, desk) values ('bench-desk', '{\"en\": \"Desk\"}', true) on conflict do nothing");
        }
    }

    public MailReport measure(int count) throws IOException, SQLException, InterruptedException {
        progress.accept("warming up with mail");
        files(Math.min(WARM, count));
        lmtp(Math.min(WARM, count));
        progress.accept("mail from files");
        MailReport.Line files = files(count);
        progress.accept("mail by LMTP");
        MailReport.Line lmtp = lmtp(count);
        progress.accept("large mail");
        return new MailReport(List.of(files, lmtp), large());
    }

    private interface Way {
        void take(List<byte[]> letters) throws IOException, SQLException, InterruptedException;
    }

    private MailReport.Line files(int count) throws IOException, SQLException, InterruptedException {
        return through("from files", count, some -> Pipe.take(pipe, some.iterator()));
    }

    private MailReport.Line lmtp(int count) throws IOException, SQLException, InterruptedException {
        return through("by LMTP, " + CLIENTS + " clients", count, some -> {
            var at = new AtomicInteger();
            try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
                Callable<Void> client = () -> {
                    try (var to = new LmtpClient(port)) {
                        for (int n = at.getAndIncrement(); n < some.size(); n = at.getAndIncrement()) {
                            to.send(some.get(n));
                        }
                    }
                    return null;
                };
                for (var done : threads.invokeAll(java.util.Collections.nCopies(CLIENTS, client))) {
                    done.get();
                }
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        });
    }

    private MailReport.Line through(String what, int count, Way way) throws IOException, SQLException, InterruptedException {
        List<byte[]> some = made(count);
        long application = this.application.nanoseconds();
        long database = this.database.nanoseconds();
        long began = System.nanoTime();
        way.take(some);
        double accepted = (System.nanoTime() - began) / 1e9;
        await();
        double done = (System.nanoTime() - began) / 1e9;
        return new MailReport.Line(what, count, count / accepted, count / done, (this.application.nanoseconds() - application) / 1e6 / count, (this.database.nanoseconds() - database) / 1e6 / count);
    }

    private List<byte[]> made(int count) {
        int from = next;
        next += (count + 9) / 10 * 10;
        return IntStream.range(from, from + count).mapToObj(letters::letter).toList();
    }

    /** Until nothing waits. */
    private void await() throws SQLException, InterruptedException, IOException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (count("select count(*) from mail.incoming where state = 'waiting'") > 0) {
            if (System.nanoTime() > until) {
                throw new IOException("mail was not worked off within " + LONGEST);
            }
            Thread.sleep(20);
        }
    }

    /** What the process holds before, at most while several letters of 25 MB pass at once, and how many became tickets. */
    private MailReport.Large large() throws IOException, SQLException, InterruptedException {
        List<byte[]> large = IntStream.range(0, LARGE_ONES).mapToObj(n -> letters.large(next++, LARGE)).toList();
        long before = Meter.resident(process);
        var most = new AtomicInteger((int) before);
        Thread watch = Thread.ofPlatform().daemon().start(() -> watch(most));
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Void>> sending = new ArrayList<>();
            large.forEach(letter -> sending.add(() -> {
                try (var to = new LmtpClient(port)) {
                    to.send(letter);
                }
                return null;
            }));
            for (var done : threads.invokeAll(sending)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        await();
        double seconds = (System.nanoTime() - began) / 1e9;
        watch.interrupt();
        watch.join();
        return new MailReport.Large(LARGE_ONES, LARGE / (1024 * 1024), seconds, before, most.get(), count("select count(*) from mail.incoming where state <> 'done'"));
    }

    private void watch(AtomicInteger most) {
        try {
            while (true) {
                Thread.sleep(20);
                most.accumulateAndGet((int) Meter.resident(process), Math::max);
            }
        } catch (InterruptedException enough) {
            return;
        }
    }

    private long count(String sql) throws SQLException {
        try (var statement = owner.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
