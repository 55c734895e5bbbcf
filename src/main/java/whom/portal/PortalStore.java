package whom.portal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Actor;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.tickets.Stage;

/** What the portal's pages list. */
@Component
class PortalStore {

    static final int PAGE = 30;

    private final Rows rows;

    PortalStore(Rows rows) {
        this.rows = rows;
    }

    /** One's own, changed last first; one more than a page. */
    @Transactional(readOnly = true)
    List<MyRequest> mine(@Nullable Instant before, @Nullable Long beforeId) {
        Sql sql = Sql.of("select id, number, subject, stage, updated_at from tickets.ticket where served_id = ?", Actor.id())
                .thenIf(before != null, "and (updated_at, id) < (?, ?)", before, beforeId)
                .then("order by updated_at desc, id desc limit " + (PAGE + 1));
        return rows.list(sql, row -> new MyRequest(row.id("id"), row.text("number"), row.text("subject"), Progress.of(Stage.of(row.text("stage"))),
                Objects.requireNonNull(row.time("updated_at")), ""));
    }

    /** Names are in the reader's language, else in English. */
    @Transactional(readOnly = true)
    List<OfferedService> services(String language) {
        return rows.list(Sql.of("""
                select key, coalesce(name ->> ?, name ->> 'en', key) as name,
                       exists (select from services.desk_wide d where d.service_id = s.id and d.since <= now() and d.until > now()) as desk_wide
                from services.service s where retired_at is null and not discreet order by 2 limit 500
                """, language), row -> new OfferedService(row.text("key"), row.text("name"), row.is("desk_wide")));
    }

    @Transactional(readOnly = true)
    Optional<Long> service(String key) {
        return rows.first(Sql.of("select id from services.service where key = ? and retired_at is null", key), row -> row.id("id"));
    }

    @Transactional(readOnly = true)
    String myAddress() {
        return rows.first(Sql.of("select address from people.address where person_id = ? and until = 'infinity' order by id limit 1", Actor.id()), row -> row.text("address")).orElse("");
    }
}
