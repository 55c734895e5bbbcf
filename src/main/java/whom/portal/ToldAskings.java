package whom.portal;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import whom.access.Telling;
import whom.kernel.Sql;

/** What they were about to ask. */
@Component
@Order(7)
class ToldAskings implements Telling {

    @Override
    public Sql about(long me) {
        return Sql.of("""
                select 'askings' as list, jsonb_build_object('text', a.text, 'doing', a.doing, 'number', a.number, 'started_at', a.started_at, 'files', (select jsonb_agg(f.name) from portal.asking_file f where f.asking_id = a.id))::text as value
                from portal.asking a where a.account_id = ?
                """, me);
    }
}
