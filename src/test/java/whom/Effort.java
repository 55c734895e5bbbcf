package whom;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.function.Executable;

/** For claims about how long something takes on one thread: counts the time it had a processor, since others may have it meanwhile. */
public final class Effort {

    private Effort() {}

    /** Given up as soon as it has had more, so that what never ends fails too. */
    public static void isAtMost(Duration most, Executable work) throws Exception {
        var done = new FutureTask<>(() -> {
            try {
                work.execute();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        });
        long taken = taken(done, Thread.ofPlatform().daemon().start(done), most);
        if (taken > most.toNanos()) {
            throw new AssertionError("took more than " + most + " of a processor's time");
        }
    }

    private static long taken(FutureTask<Long> done, Thread thread, Duration most) throws Exception {
        while (true) {
            try {
                return done.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillAtIt) {
                long taken = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
                if (taken > most.toNanos()) {
                    thread.interrupt();
                    return taken;
                }
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case Error error -> throw error;
                    case Exception exception -> throw exception;
                    default -> throw e;
                }
            }
        }
    }
}
