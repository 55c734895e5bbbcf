package whom.mail.wording;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import whom.access.NotAllowed;
import whom.kernel.Changed;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** What administrators wrote for mails. Nothing is overwritten: each change is an edition of its own. */
@Repository
class WordingStore {

    private final Rows rows;

    WordingStore(Rows rows) {
        this.rows = rows;
    }

    /** For the machine that mails. */
    Optional<Wording> own(WordingKey key) {
        return rows.first(Sql.of("select subject, text, foot from mail.wording where occasion = ? and language = ? and audience = ? order by edition desc limit 1",
                key.occasion().key(), key.language().tag(), key.audience().key()), row -> Optional.ofNullable(wording(row))).flatMap(found -> found);
    }

    /** What holds now, where it was ever changed; for administrators. */
    Map<WordingKey, Past> now() {
        Map<WordingKey, Past> now = new HashMap<>();
        record Found(String key, Past past) {}
        rows.list(Sql.of("select * from mail.wordings()"), row -> new Found(row.text("occasion") + "-" + row.text("language") + "-" + row.text("audience"), past(row)))
                .forEach(found -> WordingKey.of(found.key).ifPresent(key -> now.put(key, found.past)));
        return now;
    }

    /** The latest first. */
    List<Past> history(WordingKey key) {
        return rows.list(Sql.of("select * from mail.wording_history(?, ?, ?)", key.occasion().key(), key.language().tag(), key.audience().key()), WordingStore::past);
    }

    /** @param wording null: the delivered one again @throws Changed when somebody was faster */
    void change(WordingKey key, int edition, @Nullable Wording wording) {
        String done = rows.one(Sql.of("select mail.set_wording(?, ?, ?, ?, ?, ?, ?) as done", key.occasion().key(), key.language().tag(), key.audience().key(), edition,
                wording == null ? null : wording.subject(), wording == null ? null : wording.text(), wording == null ? null : wording.foot()), row -> row.text("done"));
        switch (done) {
            case "done" -> { }
            case "changed" -> throw new Changed();
            default -> throw new NotAllowed();
        }
    }

    private static Past past(Row row) throws SQLException {
        return new Past(row.number("edition"), wording(row), Objects.requireNonNull(row.time("at")), row.text("by_name"));
    }

    private static @Nullable Wording wording(Row row) throws SQLException {
        String subject = row.maybeText("subject");
        return subject == null ? null : new Wording(subject, row.text("text"), row.text("foot"));
    }
}
