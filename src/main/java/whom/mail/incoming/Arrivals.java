package whom.mail.incoming;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import whom.access.Actor;
import whom.mail.MailWork;

/** Where every letter comes in: kept whole first, then worked off, each in its own transaction; a bad one stops no other. */
@Component
public class Arrivals implements MailWork {

    /** What one letter may be, all its files included. */
    public static final int LARGEST = 50 * 1024 * 1024;
    private static final int AT_ONCE = 20;
    private static final int LENT_SECONDS = 120;
    private static final int TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final IncomingStore store;
    private final Reception reception;
    private final TransactionTemplate transactions;
    private int lentSeconds = LENT_SECONDS;

    Arrivals(IncomingStore store, Reception reception, TransactionTemplate transactions) {
        this.store = store;
        this.reception = reception;
        this.transactions = transactions;
    }

    /** @param key by which it is known again @param fresh false when it was here before */
    public record Kept(String key, boolean fresh) {}

    /** On disk when this returns. @param trusted our own mail server brought it */
    public Kept keep(byte[] raw, String mailbox, boolean trusted) {
        Fingerprint.Print print = Fingerprint.read(raw);
        boolean fresh = Actor.as(Actor.Machine.MAIL, () -> Boolean.TRUE.equals(transactions.execute(t -> store.keep(print, raw, mailbox, trusted))));
        return new Kept(HexFormat.of().formatHex(print.hash()), fresh);
    }

    /** The same for a program that has only a connection of the role that mails. */
    public static boolean keep(Connection connection, byte[] raw) throws SQLException {
        try (var insert = connection.prepareStatement("insert into mail.incoming (hash, mail_id, trusted, raw) values (?, nullif(?, ''), true, ?) on conflict (hash) do nothing")) {
            Fingerprint.Print print = Fingerprint.read(raw);
            insert.setBytes(1, print.hash());
            insert.setString(2, print.mailId());
            insert.setBytes(3, raw);
            return insert.executeUpdate() == 1;
        }
    }

    /** Works off what waits, a handful; whether there was any. */
    @Override
    public boolean work() {
        return Actor.as(Actor.Machine.MAIL, () -> {
            List<Long> lent = transactions.execute(t -> store.lend(AT_ONCE, lentSeconds));
            lent.forEach(this::take);
            return !lent.isEmpty();
        });
    }

    /** One that reads and writes while the other's words are on their way to the disk. */
    @Override
    public int hands() {
        return 2;
    }

    private void take(long id) {
        try {
            reception.take(id);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            LOG.warn("Letter {} could not be taken in: {}", id, name(failure));
            transactions.executeWithoutResult(t -> failed(id, failure));
        }
    }

    private void failed(long id, Throwable failure) {
        if (isOurs(failure)) {
            store.later(id, 1);
        } else if (store.attempts(id) >= TRIES || failure instanceof NonTransientDataAccessException) {
            store.setAside(id, name(failure), "");
        } else {
            store.later(id, 10);
        }
    }

    /** The database was away, or somebody else was in the way: not the letter's fault. */
    private static boolean isOurs(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().matches("08...|57P..|40...|55P03|53...")) {
                return true;
            }
        }
        return failure instanceof TransactionException;
    }

    /** What kind of failure, never its message, which may hold people's words. */
    private static String name(Throwable failure) {
        String state = failure instanceof DataAccessException d && d.getRootCause() instanceof SQLException sql ? " " + sql.getSQLState() : "";
        return failure.getClass().getSimpleName() + state;
    }

    /** For tests of what happens when a node dies in the middle. */
    void lendFor(int seconds) {
        lentSeconds = seconds;
    }
}
