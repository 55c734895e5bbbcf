package whom.conversations;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Repository;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Conversations, threads and messages. The policies say which rows there are for the one who asks. */
@Repository
class ConversationStore {

    /** A conversation that is longer shows its latest. */
    private static final int AT_MOST = 1_000;

    private static final Sql MESSAGES = Sql.of("""
            select m.id, m.public_id, m.audience, m.thread_id, m.author_id, m.sender, m."right", m.channel, m.verified, m.automatic, m.text, m.trimmed,
                   m.html <> '' as html, m.pictures, m.language, m.sent_at, m.author_id = (select access.me()) as mine
            from conversations.message m""");

    private final Rows rows;

    ConversationStore(Rows rows) {
        this.rows = rows;
    }

    Optional<Long> numbered(String number) {
        return rows.first(Sql.of("select id from conversations.conversation where number = ?", number), row -> row.id("id"));
    }

    long thread(long conversation, Message.Kind kind) {
        return rows.one(Sql.of("select id from conversations.thread where conversation_id = ? and kind = ?", conversation, kind), row -> row.id("id"));
    }

    long side(UUID side) {
        return rows.one(Sql.of("select id from conversations.thread where public_id = ? and kind = 'side'", side), row -> row.id("id"));
    }

    Optional<Long> say(long thread, String text, String channel) {
        return rows.one(Sql.of("select conversations.say(?, ?, (select language from access.account where id = access.me()), ?) as id", thread, text, channel), row -> Optional.ofNullable(row.maybeId("id")));
    }

    Found conversation(long conversation) {
        return rows.one(Sql.of("""
                select c.id, c.number, c.served_id, coalesce(nullif(p.called, ''), p.name) as served, c.closed_at is not null as closed,
                       conversations.my_right(c.id) as "right", conversations.count_notes(c.id) as notes, t.main, t.notes_thread
                from conversations.conversation c left join people.person p on p.id = c.served_id
                cross join lateral (select max(t.id) filter (where t.kind = 'main') as main, max(t.id) filter (where t.kind = 'notes') as notes_thread
                                    from conversations.thread t where t.conversation_id = c.id and t.kind in ('main', 'notes')) t
                where c.id = ?""", conversation),
                row -> new Found(row.id("id"), row.text("number"), row.id("served_id"), row.text("served"), row.is("closed"), Right.of(row.text("right")),
                        row.id("main"), row.maybeId("notes_thread"), row.number("notes")));
    }

    List<Message> messages(long conversation) {
        return latest(Sql.of("m.conversation_id = ? and m.audience <> 'side'", conversation));
    }

    List<Message> messagesAfter(long conversation, long message) {
        return latest(Sql.of("m.conversation_id = ? and m.audience <> 'side' and m.id > ?", conversation, message));
    }

    List<Message> messagesIn(long thread) {
        return latest(Sql.of("m.thread_id = ?", thread));
    }

    long conversationOf(UUID message) {
        return rows.one(Sql.of("select conversation_id from conversations.message where public_id = ?", message), row -> row.id("conversation_id"));
    }

    Message message(UUID message) {
        return rows.one(MESSAGES.then("where m.public_id = ?", message), ConversationStore::message);
    }

    private List<Message> latest(Sql which) {
        return rows.list(MESSAGES.then("where").then(which).then("order by m.sent_at desc, m.id desc limit ?", AT_MOST), ConversationStore::message).reversed();
    }

    void recordReading(long conversation, String what) {
        rows.call(Sql.of("select conversations.record_reading(?, ?)", conversation, what));
    }

    /** @param fromElsewhere also with the pictures that its sender's server has @param pictures of a message by their Content-ID, as data addresses */
    String html(UUID message, boolean fromElsewhere, BiFunction<Long, ForeignHtml, Map<String, String>> pictures) {
        record Html(long id, long conversation, String html) {}
        var found = rows.one(Sql.of("select id, conversation_id, html from conversations.message where public_id = ? and html <> ''", message),
                row -> new Html(row.id("id"), row.id("conversation_id"), row.text("html")));
        recordReading(found.conversation, "conversation");
        var foreign = ForeignHtml.of(found.html);
        return foreign.shown(pictures.apply(found.id, foreign), fromElsewhere);
    }

    static Message message(Row row) throws SQLException {
        String right = row.maybeText("right");
        return new Message(row.id("id"), row.values().getObject("public_id", UUID.class), Message.Kind.valueOf(row.text("audience").toUpperCase(java.util.Locale.ROOT)),
                row.id("thread_id"), row.maybeId("author_id"), row.text("sender"), right == null ? null : Right.of(right), row.text("channel"), row.is("verified"), row.is("automatic"),
                row.text("text"), row.text("trimmed"), row.is("html"), row.number("pictures"), row.maybeText("language"), java.util.Objects.requireNonNull(row.time("sent_at")), row.is("mine"), List.of(), List.of());
    }

    /** A conversation without its messages. */
    record Found(long id, String number, long served, String servedName, boolean closed, Right right, long main, @org.jspecify.annotations.Nullable Long notesThread, int notes) {
        Conversation with(List<Message> messages) {
            return new Conversation(id, number, served, servedName, closed, right, main, notesThread, notes, messages);
        }
    }
}
