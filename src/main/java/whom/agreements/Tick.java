package whom.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import whom.access.Actor;

/**
 * Looks every few seconds whether a clock of some ticket must be looked at: one query on one index where there is none. Each
 * ticket is its own transaction, claimed with {@code skip locked}, so that any number of nodes share the work and none does it twice.
 */
@Component
class Tick implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Tick.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** After so many it rests for a moment, so that a long backlog leaves room for people. */
    private static final int STRETCH = 200;
    private static final Duration BREATH = Duration.ofMillis(100);

    private final ClockStore store;
    private final Computing computing;
    private final TransactionTemplate transaction;
    private final AtomicReference<Thread> running = new AtomicReference<>();

    Tick(ClockStore store, Computing computing, PlatformTransactionManager transactions) {
        this.store = store;
        this.computing = computing;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("tick").unstarted(this::run);
        if (running.compareAndSet(null, thread)) {
            thread.start();
        }
    }

    @Override
    public void stop() {
        Thread thread = running.getAndSet(null);
        if (thread != null) {
            LockSupport.unpark(thread);
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running.get() != null;
    }

    private void run() {
        BooleanSupplier goesOn = () -> running.get() == Thread.currentThread();
        while (goesOn.getAsBoolean()) {
            boolean more = false;
            try {
                more = once(goesOn) == STRETCH;
            } catch (RuntimeException e) {
                LOG.warn("The clocks could not be looked at; it is tried again.", e);
            }
            if (goesOn.getAsBoolean()) {
                LockSupport.parkNanos((more ? BREATH : PAUSE).toNanos());
            }
        }
    }

    /** How many tickets were looked at. */
    int once() {
        return once(() -> true);
    }

    private int once(BooleanSupplier goesOn) {
        return Actor.as(Actor.Machine.JOBS, () -> {
            transaction.execute(_ -> store.followCalendars());
            int looked = 0;
            while (looked < STRETCH && goesOn.getAsBoolean() && one()) {
                looked++;
            }
            return looked;
        });
    }

    private boolean one() {
        var claimed = new AtomicReference<Long>();
        try {
            transaction.executeWithoutResult(_ -> store.claim().ifPresent(ticket -> {
                claimed.set(ticket);
                computing.look(ticket);
            }));
        } catch (RuntimeException e) {
            Long ticket = claimed.get();
            if (ticket == null) {
                throw e;
            }
            LOG.warn("The clocks of ticket {} could not be computed; they are looked at again in an hour.", ticket, e);
            transaction.executeWithoutResult(_ -> store.postpone(ticket, Instant.now().plus(Duration.ofHours(1))));
        }
        return claimed.get() != null;
    }
}
