package whom.conversations;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** What was being written: kept every two seconds and on leaving, and there on the next device (ui.md, rule 6). */
@Component
public class Drafts {

    private final Rows rows;

    Drafts(Rows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public Optional<String> of(long thread) {
        return rows.first(Sql.of("select text from conversations.draft where thread_id = ? and account_id = (select access.me())", thread), row -> row.text("text"));
    }

    /** An empty text is no draft. Saying something in the thread ends its draft by itself. */
    @Transactional
    public void save(long thread, String text) {
        if (text.isBlank()) {
            rows.change(Sql.of("delete from conversations.draft where thread_id = ? and account_id = (select access.me())", thread));
            return;
        }
        String kept = text.substring(0, Math.min(text.length(), Conversations.LONGEST));
        int saved = rows.change(Sql.of("""
                insert into conversations.draft (account_id, thread_id, conversation_id, text)
                select access.me(), t.id, t.conversation_id, ? from conversations.thread t where t.id = ?
                on conflict (account_id, thread_id) do update set text = excluded.text, saved_at = now()""", kept, thread));
        if (saved == 0) {
            throw new NotFound();
        }
    }
}
