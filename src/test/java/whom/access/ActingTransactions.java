package whom.access;

import java.util.concurrent.Callable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import whom.database.Database;
import whom.kernel.Rows;

/** Transactions with an actor as the application makes them, without the application. */
public final class ActingTransactions {

    private final TransactionTemplate transactions;
    private final Rows rows;

    public ActingTransactions(Database database) {
        var beans = new AccessBeans();
        var source = beans.dataSource(database);
        this.transactions = beans.transactionTemplate(beans.transactionManager(source));
        this.rows = new Rows(new JdbcTemplate(source));
    }

    public <T> T as(Actor actor, Callable<T> work) {
        return Actor.as(actor, () -> transactions.execute(status -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    /** The same, and nothing of it stays. */
    public <T> T tries(Actor actor, Callable<T> work) {
        return Actor.as(actor, () -> transactions.execute(status -> {
            status.setRollbackOnly();
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    public Rows rows() {
        return rows;
    }
}
