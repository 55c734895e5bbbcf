package whom.mail.incoming;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import whom.conversations.Correspondence.Place;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.mail.incoming.Placement.Answered;
import whom.mail.incoming.Placement.Known;

/** Letters that came, and what the machine that mails may find out about their senders. */
@Repository
class IncomingStore {

    /** After so many crashes in the middle of it a letter is put aside; a failure that was reported counts sooner. */
    private static final int CRASHES = 20;
    /** How mail.new_id writes them. */
    private static final Pattern OURS = Pattern.compile("w\\.[0-9a-f]{32}@.+");

    private final Rows rows;

    IncomingStore(Rows rows) {
        this.rows = rows;
    }

    /** Whether it is new. */
    boolean keep(Fingerprint.Print print, byte[] raw, String mailbox, boolean trusted) {
        return rows.change(Sql.of("insert into mail.incoming (hash, mail_id, mailbox, trusted, raw) values (?, nullif(?, ''), ?, ?, ?) on conflict (hash) do nothing",
                print.hash(), print.mailId(), mailbox, trusted, raw)) == 1;
    }

    record Lent(long id, int size, int attempts) {

        boolean isLarge() {
            return size > Spool.SMALL;
        }
    }

    /** The next ones, lent for a while: who crashes with them gives them back by silence. */
    List<Lent> lend(int most, int seconds) {
        List<Lent> lent = rows.list(Sql.of("""
                update mail.incoming set attempts = attempts + 1, next_at = now() + make_interval(secs => ?)
                where id = any (array(select id from mail.incoming where state = 'waiting' and next_at <= now() order by id limit ? for update skip locked)) returning id, octet_length(raw) as size, attempts
                """, (double) seconds, most), row -> new Lent(row.id("id"), row.number("size"), row.number("attempts")));
        List<Long> crashing = lent.stream().filter(each -> each.attempts > CRASHES).map(Lent::id).toList();
        if (!crashing.isEmpty()) {
            rows.change(Sql.of("update mail.incoming set state = 'put_aside', failure = 'crash' where id = any (?) and state = 'waiting'", crashing));
        }
        return lent.stream().filter(each -> each.attempts <= CRASHES).sorted(Comparator.comparingLong(Lent::id)).toList();
    }

    record Waiting(long id, byte[] raw, String mailbox, boolean trusted, boolean accepted, int attempts) {}

    /** Held until the transaction ends, in the order in which they came, without those at which somebody else was faster. */
    List<Waiting> hold(List<Long> ids) {
        return rows.list(Sql.of("select id, octet_length(raw) as size, case when octet_length(raw) <= ? then raw end as raw, mailbox, trusted, accepted, attempts from mail.incoming "
                + "where id = any (?) and state = 'waiting' order by id for update skip locked", Spool.SMALL, ids),
                row -> new Waiting(row.id("id"), row.number("size") <= Spool.SMALL ? row.bytes("raw") : inPieces(row.id("id"), row.number("size")), row.text("mailbox"), row.is("trusted"),
                        row.is("accepted"), row.number("attempts")));
    }

    /** A driver that gets it whole holds it three times over. */
    private byte[] inPieces(long id, int size) {
        byte[] whole = new byte[size];
        for (int at = 0; at < size; at += Spool.SMALL) {
            byte[] piece = rows.one(Sql.of("select substring(raw from ? for ?) as piece from mail.incoming where id = ?", at + 1, Spool.SMALL, id), row -> row.bytes("piece"));
            System.arraycopy(piece, 0, whole, at, piece.length);
        }
        return whole;
    }

    /** Whether one of these letters is here and not worked off yet. */
    boolean waits(List<String> mailIds, long besides) {
        return !mailIds.isEmpty() && rows.is(Sql.of("select exists (select from mail.incoming where mail_id = any (?) and state = 'waiting' and id <> ?)", mailIds, besides));
    }

    void done(long id, String outcome, String mailId, String sender, @Nullable Long message, @Nullable Long conversation) {
        rows.change(Sql.of("update mail.incoming set state = 'done', outcome = ?, mail_id = nullif(?, ''), sender = ?, message_id = ?, conversation_id = ? where id = ?",
                outcome, mailId, sender, message, conversation, id));
    }

    void setAside(long id, String why, String sender) {
        rows.change(Sql.of("update mail.incoming set state = 'put_aside', failure = ?, sender = ? where id = ? and state = 'waiting'", why, sender, id));
    }

    void later(long id, int seconds) {
        rows.change(Sql.of("update mail.incoming set next_at = now() + make_interval(secs => ?) where id = ? and state = 'waiting'", (double) seconds, id));
    }

    int attempts(long id) {
        return (int) rows.number(Sql.of("select attempts from mail.incoming where id = ?", id));
    }

    Optional<Known> known(String address) {
        return rows.first(Sql.of("select account_id, name, language, confirmed, agent from mail.sender_at(?)", address),
                row -> new Known(row.id("account_id"), row.text("name"), row.text("language"), row.is("confirmed"), row.is("agent")));
    }

    long meet(String address, String name, String language, boolean confirmed) {
        return rows.number(Sql.of("select mail.meet(?, ?, ?, ?)", address, name, language, confirmed));
    }

    void confirm(long account, String address) {
        rows.call(Sql.of("select mail.confirm_address(?, ?)", account, address));
    }

    List<Place> places(List<String> mailIds) {
        return mailIds.isEmpty() ? List.of() : rows.list(Sql.of("select thread_id, conversation_id from mail.thread_of(?)", mailIds),
                row -> new Place(row.id("thread_id"), row.id("conversation_id")));
    }

    Optional<Answered> answered(long outgoing) {
        return rows.first(Sql.of("select thread_id, conversation_id, recipient_id, address from mail.thread_of_sent(?)", outgoing),
                row -> new Answered(new Place(row.id("thread_id"), row.id("conversation_id")), row.maybeId("recipient_id"), row.text("address")));
    }

    /** That it came, to whoever asked. */
    void receive(long message, String address) {
        rows.call(Sql.of("select mail.receive(?, ?)", message, address));
    }

    /**
     * What happened in this hour. @param told how often we told this address that something came
     * @param turns how often it wrote right after a machine's mail of ours: machines do, people hardly
     */
    record Lately(long told, long turns) {}

    Lately lately(String address) {
        return rows.one(Sql.of("""
                select (select count(*) from mail.outgoing where address = ? and automatic and kind = 'received' and queued_at > now() - interval '1 hour') as told,
                  (select count(*) from mail.incoming i where i.sender = ? and i.received_at > now() - interval '1 hour'
                    and exists (select from mail.outgoing o where o.address = i.sender and o.automatic and o.sent_at between i.received_at - interval '2 minutes' and i.received_at)) as turns""",
                address, address), row -> new Lately(row.id("told"), row.id("turns")));
    }

    void loopCut() {
        rows.call(Sql.of("select mail.loop_cut()"));
    }

    boolean isOurs(@Nullable String mailId) {
        return mailId != null && OURS.matcher(mailId).matches() && rows.is(Sql.of("select exists (select from mail.outgoing where mail_id = ?)", mailId));
    }

    /** The addresses at which mail comes in, with what it is then about: nothing for the desk. */
    Map<String, Optional<Long>> mailboxes() {
        Map<String, Optional<Long>> all = new HashMap<>();
        rows.list(Sql.of("select address, service_id from mail.mailbox"), row -> all.put(row.text("address"), Optional.ofNullable(row.maybeId("service_id"))));
        return all;
    }
}
