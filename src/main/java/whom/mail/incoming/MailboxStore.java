package whom.mail.incoming;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Mailboxes that are fetched; each is lent to one node at a time. */
@Repository
class MailboxStore {

    private static final String COLUMNS = "address, protocol, host, port, security, auth, user_name, password, folder, validity, last_uid";

    private final Rows rows;

    MailboxStore(Rows rows) {
        this.rows = rows;
    }

    /** One that is due; a node that dies with it gives it back by silence. */
    Optional<Mailbox> lend(int seconds) {
        return rows.first(Sql.of("update mail.mailbox set next_at = now() + make_interval(secs => ?) where address = (select address from mail.mailbox where protocol <> 'none' and next_at <= now() "
                + "order by next_at limit 1 for update skip locked) returning " + COLUMNS, (double) seconds), MailboxStore::mailbox);
    }

    Optional<Mailbox> find(String address) {
        return rows.first(Sql.of("select " + COLUMNS + " from mail.mailbox where address = ?", address), MailboxStore::mailbox);
    }

    void fetched(String address, long validity, long lastUid) {
        rows.change(Sql.of("update mail.mailbox set validity = ?, last_uid = ?, last_at = now(), failure = '' where address = ?", validity, lastUid, address));
    }

    void emptied(String address) {
        rows.change(Sql.of("update mail.mailbox set last_at = now(), failure = '' where address = ?", address));
    }

    void failed(String address, String failure) {
        rows.change(Sql.of("update mail.mailbox set failure = ? where address = ?", failure, address));
    }

    void again(String address, int seconds) {
        rows.change(Sql.of("update mail.mailbox set next_at = now() + make_interval(secs => ?) where address = ?", (double) seconds, address));
    }

    private static Mailbox mailbox(Row row) throws SQLException {
        return new Mailbox(row.text("address"), row.text("protocol"), row.text("host"), row.number("port"), row.text("security"), row.text("auth"), row.text("user_name"), row.text("password"),
                row.text("folder"), row.maybeId("validity"), row.id("last_uid"));
    }
}
