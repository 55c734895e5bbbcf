package whom.access;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import whom.kernel.Sql;

/** How they sign in, what they may, and what was done to their account. */
@Component
@Order(1)
class ToldAccount implements Telling {

    @Override
    public Sql about(long me) {
        return Sql.of("""
                select 'account' as list, jsonb_build_object('key', a.key, 'language', a.language, 'time_zone', a.time_zone, 'created_at', a.created_at)::text as value from access.account a where a.id = ?
                union all select 'roles', jsonb_build_object('role', g.role, 'since', g.since, 'until', g.until)::text from access.role_grant g where g.account_id = ?
                union all select 'sessions', jsonb_build_object('device', s.device, 'created_at', s.created_at, 'seen_at', s.seen_at, 'expires_at', s.expires_at, 'ended_at', s.ended_at)::text from access.session s where s.account_id = ?
                union all select 'tokens', jsonb_build_object('name', t.name, 'scopes', t.scopes, 'created_at', t.created_at, 'seen_at', t.seen_at, 'expires_at', t.expires_at, 'ended_at', t.ended_at)::text from access.token t where t.account_id = ?
                union all select 'events', jsonb_build_object('at', e.at, 'what', e.verb)::text from log.event e where e.subject in ('person', 'account') and e.subject_id = ?
                """, me, me, me, me, me);
    }
}
