package whom.tickets;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import whom.access.Telling;
import whom.kernel.Sql;

/** What they were helped with, and the views that they saved. */
@Component
@Order(5)
class ToldTickets implements Telling {

    @Override
    public Sql about(long me) {
        return Sql.of("""
                select 'tickets' as list, jsonb_build_object('number', t.number, 'kind', t.kind, 'service', s.key, 'subject', t.subject, 'need', t.need, 'stage', t.stage, 'channel', t.channel, 'opened_at', t.opened_at, 'solved_at', t.solved_at, 'closed_at', t.closed_at)::text as value
                from tickets.ticket t left join services.service s on s.id = t.service_id where t.served_id = ?
                union all select 'views', jsonb_build_object('name', v.name, 'filter', v.filter, 'created_at', v.created_at)::text from tickets.saved_view v where v.owner_id = ?
                """, me, me);
    }
}
