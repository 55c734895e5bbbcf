package whom.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Something done again and again by a thread of its own. Told to stop, it ends the round it is at: an interrupt in the midst of
 * a statement would cut the connection to the database.
 */
public final class Rounds {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Thread thread;
    private volatile boolean goesOn = true;

    private Rounds(String name, Duration first, Supplier<Duration> round) {
        thread = Thread.ofVirtual().name(name).unstarted(() -> walk(first, round));
    }

    /** @param round does it once, and says how long to rest then */
    public static Rounds start(String name, Duration first, Supplier<Duration> round) {
        var rounds = new Rounds(name, first, round);
        rounds.thread.start();
        return rounds;
    }

    private void walk(Duration first, Supplier<Duration> round) {
        rest(first);
        while (goesOn) {
            rest(round.get());
        }
    }

    private void rest(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); goesOn && left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    public void stop() {
        stop(List.of(this));
    }

    /** All are told first and waited for then; who is not done after that is broken off. */
    public static void stop(List<Rounds> all) {
        all.forEach(each -> {
            each.goesOn = false;
            LockSupport.unpark(each.thread);
        });
        Instant end = Instant.now().plus(PATIENCE);
        all.forEach(each -> each.endBy(end));
    }

    private void endBy(Instant end) {
        try {
            Duration left = Duration.between(Instant.now(), end);
            if (!thread.join(left.isPositive() ? left : Duration.ZERO)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
