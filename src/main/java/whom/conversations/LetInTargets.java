package whom.conversations;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Keys and ids from outside, as the database knows them: only of what the one who asks may see. */
@Component
class LetInTargets {

    private final Rows rows;

    LetInTargets(Rows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public long person(String key) {
        return rows.first(Sql.of("select id from people.person where key = ?", key), row -> row.id("id")).orElseThrow(() -> new Refused("person", "conversations.let_in.refused"));
    }

    @Transactional(readOnly = true)
    public long service(String key) {
        return rows.first(Sql.of("select id from services.service where key = ? and retired_at is null", key), row -> row.id("id"))
                .orElseThrow(() -> new Refused("service", "conversations.let_in.service"));
    }

    @Transactional(readOnly = true)
    public List<Long> messages(long conversation, List<UUID> ids) {
        return rows.list(Sql.of("select id from conversations.message where conversation_id = ? and audience = 'main' and public_id::text = any (?::text[])",
                conversation, ids.stream().map(UUID::toString).toList()), row -> row.id("id"));
    }
}
