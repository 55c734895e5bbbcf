package whom.mail.incoming;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import whom.access.Actor;
import whom.mail.MailWork;

/** Where every letter comes in: kept whole first, then worked off, many in one transaction; where one is bad, each by itself, so that it stops no other. */
@Component
public class Arrivals implements MailWork {

    /** What one letter may be, all its files included. */
    public static final int LARGEST = 50 * 1024 * 1024;
    private static final String KEEP = "insert into mail.incoming (hash, mail_id, trusted, raw) values (?, nullif(?, ''), true, ?) on conflict (hash) do nothing";
    /** Kept in one transaction where many come at once. */
    private static final int TOGETHER = 50;
    private static final long TOGETHER_BYTES = 4 * 1024 * 1024;
    private static final int AT_ONCE = 50;
    private static final int LENT_SECONDS = 120;
    private static final int TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final IncomingStore store;
    private final Reception reception;
    private final TransactionTemplate transactions;
    private final Semaphore large = new Semaphore(1);
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
        boolean fresh = Actor.as(Actor.Machine.MAIL, () -> store.keep(print, raw, mailbox, trusted)); // one statement is a transaction of its own
        return new Kept(HexFormat.of().formatHex(print.hash()), fresh);
    }

    /** The same; of large ones only one at a time is in memory. */
    Kept keep(Spool letter, String mailbox, boolean trusted) throws IOException {
        if (!letter.isLarge()) {
            return keep(letter.bytes(), mailbox, trusted);
        }
        large.acquireUninterruptibly();
        try {
            return keep(letter.bytes(), mailbox, trusted);
        } finally {
            large.release();
        }
    }

    /** The same for a program that has only a connection of the role that mails. */
    public static boolean keep(Connection connection, byte[] raw) throws SQLException {
        try (var insert = connection.prepareStatement(KEEP)) {
            bind(insert, raw);
            return insert.executeUpdate() == 1;
        }
    }

    /** Many, each some in one transaction. @return how many are new */
    public static int keep(Connection connection, Iterator<byte[]> letters) throws SQLException {
        int fresh = 0;
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(KEEP)) {
            while (letters.hasNext()) {
                long bytes = 0;
                for (int i = 0; i < TOGETHER && bytes < TOGETHER_BYTES && letters.hasNext(); i++) {
                    byte[] raw = letters.next();
                    bytes += raw.length;
                    bind(insert, raw);
                    insert.addBatch();
                }
                for (int changed : insert.executeBatch()) {
                    fresh += Math.max(0, changed);
                }
                connection.commit();
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return fresh;
    }

    private static void bind(PreparedStatement insert, byte[] raw) throws SQLException {
        Fingerprint.Print print = Fingerprint.read(raw);
        insert.setBytes(1, print.hash());
        insert.setString(2, print.mailId());
        insert.setBytes(3, raw);
    }

    /** Works off what waits, a handful; whether there was any. */
    @Override
    public boolean work() {
        return Actor.as(Actor.Machine.MAIL, () -> {
            List<IncomingStore.Lent> lent = transactions.execute(t -> store.lend(AT_ONCE, lentSeconds));
            for (List<Long> some : some(lent.stream().filter(each -> !each.isLarge()).toList())) {
                if (!together(some)) {
                    some.forEach(this::take);
                }
            }
            lent.stream().filter(IncomingStore.Lent::isLarge).forEach(this::takeLarge);
            return !lent.isEmpty();
        });
    }

    /** As many as may be in memory at once. */
    private static List<List<Long>> some(List<IncomingStore.Lent> small) {
        List<List<Long>> all = new ArrayList<>();
        long bytes = TOGETHER_BYTES;
        for (IncomingStore.Lent each : small) {
            if (bytes + each.size() > TOGETHER_BYTES) {
                all.add(new ArrayList<>());
                bytes = 0;
            }
            bytes += each.size();
            all.getLast().add(each.id());
        }
        return all;
    }

    /** All in one transaction, which costs least; where one of them fails, nothing was done, and each has to be taken by itself. */
    private boolean together(List<Long> ids) {
        try {
            reception.take(ids);
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            LOG.info("{} letters are taken one by one: {}", ids.size(), name(failure));
            return false;
        }
    }

    private void takeLarge(IncomingStore.Lent letter) {
        large.acquireUninterruptibly();
        try {
            take(letter.id());
        } finally {
            large.release();
        }
    }

    /** One that reads and writes while the other's words are on their way to the disk. */
    @Override
    public int hands() {
        return 2;
    }

    private void take(long id) {
        try {
            reception.take(List.of(id));
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
