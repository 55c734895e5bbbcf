package whom.conversations;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.PublicNumber;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Whoever raised something for another sees what they wrote, unless the one served objects (P3). */
@Component
public class OnBehalf {

    private final Rows rows;

    OnBehalf(Rows rows) {
        this.rows = rows;
    }

    public record Written(long conversation, String served, List<Words> words) {}

    public record Words(String text, Instant at) {}

    @Transactional(readOnly = true)
    public Written byMe(String number) {
        String read = PublicNumber.read(number).orElseThrow(NotFound::new);
        List<Words> words = rows.list(Sql.of("select text, sent_at from conversations.my_words(?)", read), row -> new Words(row.text("text"), ReaderStore.instant(row, "sent_at")));
        return rows.one(Sql.of("select conversation_id, served_name from conversations.raised_by_me(?)", read), row -> new Written(row.id("conversation_id"), row.text("served_name"), words));
    }
}
