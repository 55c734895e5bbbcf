package whom.mail.incoming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Those of whose letters before them, by their ids, one is here and not worked off yet. Looked up by id: of what waits there may be much. */
    Set<Long> waits(Map<Long, List<String>> before) {
        return before.isEmpty() ? Set.of() : Set.copyOf(rows.list(Sql.of("""
                select distinct g.letter from unnest(?::bigint[], ?::text[]) as g (letter, mail_id)
                cross join lateral (select i.state from mail.incoming i where i.mail_id = g.mail_id and i.id <> g.letter offset 0) i where i.state = 'waiting'""",
                letters(before), ids(before)), row -> row.id("letter")));
    }

    private static List<Long> letters(Map<Long, List<String>> before) {
        return before.entrySet().stream().flatMap(each -> each.getValue().stream().map(id -> each.getKey())).toList();
    }

    private static List<String> ids(Map<Long, List<String>> before) {
        return before.values().stream().flatMap(List::stream).toList();
    }

    record Done(long id, String outcome, String mailId, String sender, @Nullable Long message, @Nullable Long conversation) {}

    void done(List<Done> all) {
        if (!all.isEmpty()) {
            rows.change(Sql.of("""
                    update mail.incoming i set state = 'done', outcome = g.outcome, mail_id = nullif(g.mail_id, ''), sender = g.sender, message_id = g.message, conversation_id = g.conversation
                    from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[]) as g (id, outcome, mail_id, sender, message, conversation) where i.id = g.id""",
                    all.stream().map(Done::id).toList(), all.stream().map(Done::outcome).toList(), all.stream().map(Done::mailId).toList(), all.stream().map(Done::sender).toList(),
                    all.stream().map(Done::message).toList(), all.stream().map(Done::conversation).toList()));
        }
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

    /** Whose addresses these are, of those that are somebody's. */
    Map<String, Known> known(List<String> addresses) {
        Map<String, Known> known = new HashMap<>();
        if (!addresses.isEmpty()) {
            rows.list(Sql.of("select g.address, s.account_id, s.name, s.language, s.confirmed, s.agent from unnest(?::text[]) as g (address) cross join lateral mail.sender_at(g.address) s", addresses),
                    row -> known.putIfAbsent(row.text("address"), new Known(row.id("account_id"), row.text("name"), row.text("language"), row.is("confirmed"), row.is("agent"))));
        }
        return known;
    }

    long meet(String address, String name, String language, boolean confirmed) {
        return rows.number(Sql.of("select mail.meet(?, ?, ?, ?)", address, name, language, confirmed));
    }

    void confirm(long account, String address) {
        rows.call(Sql.of("select mail.confirm_address(?, ?)", account, address));
    }

    /** Where the letters before these lead, the nearest first. */
    Map<Long, List<Place>> places(Map<Long, List<String>> before) {
        Map<Long, List<Place>> places = new HashMap<>();
        if (!before.isEmpty()) {
            rows.list(Sql.of("""
                    select g.letter, t.thread_id, t.conversation_id
                    from (select u.letter, array_agg(u.mail_id order by u.n) as ids from unnest(?::bigint[], ?::text[]) with ordinality as u (letter, mail_id, n) group by u.letter) g
                    cross join lateral mail.thread_of(g.ids) with ordinality as t (thread_id, conversation_id, n) order by g.letter, t.n""", letters(before), ids(before)),
                    row -> places.computeIfAbsent(row.id("letter"), letter -> new ArrayList<>()).add(new Place(row.id("thread_id"), row.id("conversation_id"))));
        }
        return places;
    }

    Map<Long, Answered> answered(List<Long> outgoing) {
        Map<Long, Answered> answered = new HashMap<>();
        if (!outgoing.isEmpty()) {
            rows.list(Sql.of("select g.id, t.thread_id, t.conversation_id, t.recipient_id, t.address from unnest(?::bigint[]) as g (id) cross join lateral mail.thread_of_sent(g.id) t", outgoing),
                    row -> answered.putIfAbsent(row.id("id"), new Answered(new Place(row.id("thread_id"), row.id("conversation_id")), row.maybeId("recipient_id"), row.text("address"))));
        }
        return answered;
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

    boolean isOurs(String mailId) {
        return OURS.matcher(mailId).matches() && rows.is(Sql.of("select exists (select from mail.outgoing where mail_id = ?)", mailId));
    }

    /** The addresses at which mail comes in, with what it is then about: nothing for the desk. */
    Map<String, Optional<Long>> mailboxes() {
        Map<String, Optional<Long>> all = new HashMap<>();
        rows.list(Sql.of("select address, service_id from mail.mailbox"), row -> all.put(row.text("address"), Optional.ofNullable(row.maybeId("service_id"))));
        return all;
    }
}
