package whom.tickets.listing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.tickets.filter.Criterion;
import whom.tickets.filter.Tables;

/** Asks the functions of R__40_tickets_search.sql for ids, and fetches their rows under the policies. */
@Component
class SearchStore {

    private final Rows rows;

    SearchStore(Rows rows) {
        this.rows = rows;
    }

    /** @param last the place of the last one */
    record Hits(List<Long> ids, @Nullable Place last, boolean isFull, boolean gaveUp) {}

    private record Hit(long id, Instant at, String number, boolean gaveUp) {}

    Hits hits(String question, @Nullable Place before, int wanted) {
        List<Hit> came = rows.list(Sql.of("""
                select f.ticket_id, f.updated_at, f.gave_up, t.number
                from tickets.found(?, ?, coalesce((select id from tickets.ticket where number = ?), ?), ?) f
                left join lateral (select t.number from tickets.ticket t where t.id = f.ticket_id offset 0) t on true
                order by f.updated_at desc, f.ticket_id desc
                """, question, before == null ? Instant.MAX : before.at(), before == null ? "" : before.number(), Long.MAX_VALUE, wanted),
                row -> new Hit(row.id("ticket_id"), requireNonNull(row.time("updated_at")), row.text("number"), row.is("gave_up")));
        List<Hit> hits = came.stream().filter(h -> !h.gaveUp()).toList();
        Place last = hits.isEmpty() ? null : new Place(hits.getLast().at(), 0, hits.getLast().number());
        return new Hits(hits.stream().map(Hit::id).toList(), last, hits.size() == wanted, came.size() > hits.size());
    }

    /** The likest first. */
    List<Long> nearly(String words, int wanted) {
        return rows.list(Sql.of("select ticket_id from tickets.nearly(?, ?)", words, wanted), row -> row.id("ticket_id"));
    }

    /** In the order of the ids. */
    List<TicketRow> rows(List<Long> ids, Criterion rest, String language) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return rows.list(ListStore.named(language, Tables.TICKET.due()).then("from unnest(?::bigint[]) with ordinality i (ticket_id, n)", ids).then(ListStore.JOINS)
                .then("where (").then(rest.sql(Tables.TICKET)).then(") order by i.n"), ListStore::row);
    }
}
