package whom.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import whom.kernel.Rows;
import whom.kernel.Sql;

@Repository
class SideStore {

    private final Rows rows;
    private final ConversationStore conversations;

    SideStore(Rows rows, ConversationStore conversations) {
        this.rows = rows;
        this.conversations = conversations;
    }

    Optional<UUID> open(long conversation, String subject, String why, List<Long> keys) {
        var made = rows.one(Sql.of("select conversations.open_side(?, ?, ?, ?) as id", conversation, subject, why, keys), row -> Optional.ofNullable(row.maybeId("id")));
        return made.map(id -> rows.one(Sql.of("select public_id from conversations.thread where id = ?", id), row -> row.values().getObject("public_id", UUID.class)));
    }

    List<Side> of(long conversation) {
        return rows.list(Sql.of("select * from conversations.sides(?)", conversation), row -> new Side(row.id("id"), row.values().getObject("public_id", UUID.class), row.text("subject"),
                row.text("why"), ReaderStore.instant(row, "opened_at"), row.texts("participants"), row.is("takes_part"), row.is("readable"), row.maybeText("withheld_reason"),
                row.time("withheld_until"), row.is("withheld"), row.is("asked_by_me")));
    }

    Found find(UUID side) {
        return rows.one(Sql.of("select id, conversation_id, subject, why, conversations.may_write(id) as may_answer from conversations.thread where public_id = ? and kind = 'side'", side),
                row -> new Found(row.id("id"), row.id("conversation_id"), row.text("subject"), row.text("why"), row.is("may_answer"), conversations.messagesIn(row.id("id"))));
    }

    void recordReading(long thread) {
        rows.call(Sql.of("select conversations.record_reading(t.conversation_id, 'conversation') from conversations.thread t where t.id = ?", thread));
    }

    boolean name(long thread, long key) {
        return rows.is(Sql.of("select conversations.name_participant(?, ?)", thread, key));
    }

    boolean end(long thread, long key) {
        return rows.is(Sql.of("select conversations.end_participation(?, ?)", thread, key));
    }

    boolean askToWithhold(long thread, String reason, Instant until) {
        return rows.is(Sql.of("select conversations.ask_to_withhold(?, ?, ?)", thread, reason, until));
    }

    boolean decide(long thread, boolean yes) {
        return rows.is(Sql.of("select conversations.decide_withholding(?, ?)", thread, yes));
    }

    boolean endWithholding(long thread) {
        return rows.is(Sql.of("select conversations.end_withholding(?)", thread));
    }

    record Found(long id, long conversation, String subject, String why, boolean mayAnswer, List<Message> messages) {}
}
