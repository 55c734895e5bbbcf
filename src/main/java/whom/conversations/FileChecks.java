package whom.conversations;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import whom.access.Actor;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * Has every file looked at by a scanner, where {@code WHOM_CLAMAV} says that there is one. That is said by whoever runs the machine and
 * not on a page: the scanner gets all files to read, which administrators do not (P2).
 */
@Component
class FileChecks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FileChecks.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);
    private static final int PIECE = 512 * 1024;

    private final Rows rows;
    private final TransactionTemplate transactions;
    private final String wanted;
    private @Nullable Thread worker;
    private volatile boolean running;

    FileChecks(Rows rows, TransactionTemplate transactions, Environment environment) {
        this.rows = rows;
        this.transactions = transactions;
        this.wanted = environment.getProperty("WHOM_CLAMAV", "").strip();
    }

    record File(long id, long size) {}

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            begin(!wanted.isEmpty());
            if (!wanted.isEmpty()) {
                Clamd scanner = Clamd.at(wanted);
                running = true;
                worker = Thread.ofVirtual().name("file checks").start(() -> work(scanner));
            }
        }
    }

    void begin(boolean on) {
        Actor.as(Actor.Machine.JOBS, () -> transactions.execute(t -> {
            rows.call(Sql.of("select conversations.scanning_is(?)", on));
            return true;
        }));
    }

    private void work(Clamd scanner) {
        while (running) {
            try {
                if (!next(scanner)) {
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Files wait to be looked at: {}", e.getClass().getSimpleName());
                try {
                    Thread.sleep(AFTER_FAILURE);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    /** One file. @return whether there was one */
    boolean next(Clamd scanner) {
        return Boolean.TRUE.equals(Actor.as(Actor.Machine.JOBS, () -> {
            var found = transactions.execute(t -> rows.first(Sql.of("select id, size from conversations.next_to_check()"), row -> new File(row.id("id"), row.id("size"))));
            if (found == null || found.isEmpty()) {
                return false;
            }
            File file = found.get();
            Clamd.Answer answer = scanner.ask(at -> at >= file.size ? new byte[0] : piece(file.id, at));
            transactions.execute(t -> {
                switch (answer) {
                    case Clamd.Clean clean -> said(file, "clean", "");
                    case Clamd.Infected(String what) -> said(file, "infected", what);
                    case Clamd.Nothing(String why) -> said(file, "failed", why);
                }
                return true;
            });
            return true;
        }));
    }

    private byte[] piece(long file, long at) {
        return java.util.Objects.requireNonNull(transactions.execute(t -> rows.one(Sql.of("select coalesce(conversations.bytes_to_check(?, ?, ?), '') as bytes", file, (int) at, PIECE), row -> row.bytes("bytes"))));
    }

    private void said(File file, String verdict, String what) {
        rows.call(Sql.of("select conversations.checked(?, ?, ?)", file.id, verdict, what));
    }

    @Override
    public void start() {
        // begins when the application is ready
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public void stop() {
        running = false;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
