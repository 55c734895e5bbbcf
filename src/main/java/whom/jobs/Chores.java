package whom.jobs;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import whom.access.Actor;
import whom.kernel.Rounds;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * Looks every half a minute which chores are due. A node that takes one holds its row until the work is committed; the others
 * pass by. What fails is undone, and tried again with growing pauses.
 */
@Component
class Chores implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final List<Chore> chores;
    private final Rows rows;
    private final TransactionTemplate transaction;
    private @Nullable Rounds looking;

    Chores(List<Chore> chores, Rows rows, TransactionTemplate transaction) {
        this.chores = List.copyOf(chores);
        this.rows = rows;
        this.transaction = transaction;
    }

    /** How many were done here. */
    int doWhatIsDue() {
        return (int) chores.stream().filter(this::isDone).count();
    }

    private boolean isDone(Chore chore) {
        return Actor.as(Actor.Machine.JOBS, () -> {
            try {
                return Boolean.TRUE.equals(transaction.execute(_ -> {
                    if (!rows.is(Sql.of("select jobs.take(?)", chore.name()))) {
                        return false;
                    }
                    rows.call(chore.work());
                    rows.call(Sql.of("select jobs.done(?, make_interval(secs => ?))", chore.name(), (double) chore.every().toSeconds()));
                    return true;
                }));
            } catch (RuntimeException e) {
                LOG.warn("{} failed and will be tried again", chore.name(), e);
                transaction.executeWithoutResult(_ -> rows.call(Sql.of("select jobs.failed(?)", chore.name())));
                return false;
            }
        });
    }

    private Duration look() {
        try {
            doWhatIsDue();
        } catch (RuntimeException e) {
            LOG.warn("The database is away; chores wait", e);
        }
        return PAUSE;
    }

    @Override
    public void start() {
        looking = Rounds.start("chores", PAUSE, this::look);
    }

    @Override
    public void stop() {
        if (looking != null) {
            looking.stop();
            looking = null;
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
