package whom.vocabulary.house;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import whom.kernel.Rounds;
import whom.vocabulary.House;
import whom.vocabulary.Vocabularies;

/** Keeps what is spoken up to date on this node, also when another node changed it. */
@Component
public class Houses implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Houses.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final long NEVER = -1;

    private final HouseStore store;
    private final Vocabularies vocabularies;
    private final TransactionTemplate transaction;
    private volatile long edition = NEVER;
    private @Nullable Rounds watch;

    Houses(HouseStore store, Vocabularies vocabularies, TransactionTemplate transaction) {
        this.store = store;
        this.vocabularies = vocabularies;
        this.transaction = transaction;
    }

    /** Reads it when it has changed. */
    public synchronized void refresh() {
        long now = transaction.execute(t -> store.edition());
        if (now != edition) {
            House house = transaction.execute(t -> HouseReader.read(vocabularies.six(), store.own(), store.terms(), store.spoken()));
            vocabularies.speak(house);
            edition = now;
        }
    }

    @Override
    public void start() {
        refresh();
        watch = Rounds.start("vocabulary", PAUSE, this::look);
    }

    private Duration look() {
        try {
            refresh();
        } catch (RuntimeException e) {
            // the database is away: what was spoken last is spoken on
            LOG.warn("What this house speaks could not be read", e);
        }
        return PAUSE;
    }

    @Override
    public void stop() {
        if (watch != null) {
            watch.stop();
            watch = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    /** Before pages are served. */
    @Override
    public int getPhase() {
        return 0;
    }
}
