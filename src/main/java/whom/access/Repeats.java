package whom.access;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * What an account has asked for already under a key of its own, so that asking again does nothing twice. Kept in the transaction
 * that does the work: both are on disk, or neither. Holds ids and codes; what was answered is read anew.
 */
@Component
public class Repeats {

    /** So long a key is remembered. */
    public static final int HOURS = 24;

    private static final int UNDER_WAY = 500;

    private final Rows rows;

    Repeats(Rows rows) {
        this.rows = rows;
    }

    /** {@code same}: what was asked is the same, too. {@code location}: where the answer can be read. */
    public record Earlier(boolean same, int status, @Nullable String location) {

        /** Or its end was never told, since the node died. */
        public boolean isUnderWay() {
            return status == UNDER_WAY;
        }
    }

    /** Empty for the first; whoever comes at the same time waits for its end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Earlier> earlier(String key, byte[] request) {
        rows.change(Sql.of("delete from access.idempotency where account_id = ? and created_at < now() - make_interval(hours => ?)", Actor.id(), HOURS));
        boolean first = rows.change(Sql.of("insert into access.idempotency (account_id, key, request) values (?, ?, ?) on conflict do nothing",
                Actor.id(), key, new ByteArrayInputStream(request))) > 0;
        return first ? Optional.empty() : rows.first(Sql.of("select request = ? as same, coalesce(status, " + UNDER_WAY + ") as status, location from access.idempotency where account_id = ? and key = ?",
                new ByteArrayInputStream(request), Actor.id(), key), row -> new Earlier(row.is("same"), row.number("status"), row.maybeText("location")));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(String key, int status, @Nullable String location) {
        rows.change(Sql.of("update access.idempotency set status = ?, location = ? where account_id = ? and key = ?", status, location, Actor.id(), key));
    }

    /** For what makes transactions of its own: as {@link #earlier}, without waiting. Tell how it ended. */
    @Transactional
    public Optional<Earlier> begun(String key, byte[] request) {
        return earlier(key, request);
    }

    @Transactional
    public void ended(String key, int status, @Nullable String location) {
        answered(key, status, location);
    }

    /** It changed nothing, and may be tried again. */
    @Transactional
    public void gaveUp(String key) {
        rows.change(Sql.of("delete from access.idempotency where account_id = ? and key = ?", Actor.id(), key));
    }
}
