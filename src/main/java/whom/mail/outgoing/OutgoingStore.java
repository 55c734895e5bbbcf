package whom.mail.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Mails that wait, and what the machine that mails may know for them. */
@Repository
class OutgoingStore {

    private static final long FILES = 10 * 1024 * 1024;

    private final Rows rows;

    OutgoingStore(Rows rows) {
        this.rows = rows;
    }

    /** The next one, held until the transaction ends; other nodes take others. Its files are looked at before, for a quarter of an hour at most: then it goes without those that wait. */
    Optional<Waiting> hold() {
        return rows.first(Sql.of("""
                select id, kind, message_id, conversation_id, recipient_id, address, mail_id, automatic, secret, attempts, queued_at
                from mail.outgoing where state = 'queued' and next_at <= now() and (message_id is null or queued_at < now() - interval '15 minutes' or not conversations.files_wait(message_id))
                order by next_at limit 1 for update skip locked"""),
                row -> new Waiting(row.id("id"), row.text("kind"), row.maybeId("message_id"), row.maybeId("conversation_id"), row.maybeId("recipient_id"), row.text("address"),
                        row.text("mail_id"), row.is("automatic"), row.maybeText("secret"), row.number("attempts"), Objects.requireNonNull(row.time("queued_at"))));
    }

    void sent(long id) {
        rows.change(Sql.of("update mail.outgoing set state = 'sent', sent_at = now(), failure = '', secret = null, attempts = attempts + 1 where id = ?", id));
    }

    void later(long id, Duration pause, String failure) {
        rows.change(Sql.of("update mail.outgoing set attempts = attempts + 1, next_at = now() + make_interval(secs => ?), failure = ? where id = ? and state = 'queued'",
                (double) pause.toSeconds(), failure, id));
    }

    /** It never goes out, or came back; whoever works on the ticket sees it there. @return the conversation that it is of */
    Optional<Long> failed(long id, String state, String failure) {
        return rows.first(Sql.of("""
                with gone as (update mail.outgoing set state = ?, failure = ?, secret = null, attempts = attempts + 1 where id = ? and state = 'queued' returning *)
                insert into log.event (account_id, verb, subject, subject_id, data)
                select null, 'ticket.mail_' || state, 'ticket', conversation_id, jsonb_build_object('message', message_id, 'person', recipient_id, 'reason', failure)
                from gone where conversation_id is not null and kind = 'answer' returning subject_id""", state, failure, id), row -> row.id("subject_id"));
    }

    record Receiver(String language, boolean inside, String name) {}

    Receiver receiver(long account) {
        return rows.one(Sql.of("select language, inside, name from mail.receiver(?)", account), row -> new Receiver(row.text("language"), row.is("inside"), row.text("name")));
    }

    Contents contents(long mail, String subject) {
        return rows.one(Sql.of("select * from mail.contents(?)", mail), row -> new Contents(row.text("number"), row.text("audience"),
                row.text("audience").equals("side") ? row.text("side_subject") : subject, row.text("sender"), row.text("words"), row.is("by_desk"), row.text("right"),
                row.is("is_discreet"), row.is("is_confirmed"), row.is("may_read")));
    }

    /** Of the ticket that a mail apart from its conversation is about; "" for none. */
    String number(long mail) {
        return rows.one(Sql.of("select coalesce(data ->> 'number', '') as number from mail.outgoing where id = ?", mail), row -> row.text("number"));
    }

    /** From whom a mail of this conversation goes. @param team that has it, or null @param address or name: "" where the desk's own hold */
    record Queue(String address, String name, String signature) {}

    Queue queue(long conversation, @Nullable Long team, String language) {
        return rows.one(Sql.of("select coalesce(address, '') as address, coalesce(name, '') as name, coalesce(signature, '') as signature from mail.sender_of(?, ?, ?)", conversation, team, language),
                row -> new Queue(row.text("address"), row.text("name"), row.text("signature")));
    }

    /** {@code clock} is "" for a discreet service. */
    record Due(String number, String clock, Instant at) {}

    List<Due> due(long mail) {
        return rows.list(Sql.of("select * from mail.due(?)", mail), row -> new Due(row.text("number"), row.text("clock"), Objects.requireNonNull(row.time("due_at"))));
    }

    List<String> before(long mail) {
        return rows.list(Sql.of("select known_ids as id from mail.known_ids(?)", mail), row -> row.text("id"));
    }

    List<Letter.File> files(long mail) {
        return rows.list(Sql.of("select name, type, bytes from mail.files(?, ?)", mail, FILES), row -> new Letter.File(row.text("name"), row.text("type"), row.bytes("bytes")));
    }

    void link(byte[] hash, String purpose, long account, String address, Duration lasts) {
        rows.call(Sql.of("select access.make_link(?, ?, ?, null, ?, make_interval(secs => ?))", hash, purpose, account, address, (double) lasts.toSeconds()));
    }
}
