package whom.conversations;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import whom.access.Telling;
import whom.kernel.Sql;

/** What was said to them and by them, as far as they may read it: notes are the team's, and what they said as agent is the other's. */
@Component
@Order(6)
class ToldWords implements Telling {

    @Override
    public Sql about(long me) {
        return Sql.of("""
                select 'messages' as list, jsonb_build_object('ticket', c.number, 'at', m.sent_at, 'by', coalesce(p.name, m.sender), 'by_you', m.author_id is not distinct from c.me, 'text', m.text, 'files', (select jsonb_agg(jsonb_build_object('name', a.name, 'size', a.size, 'at', '/attachments/' || a.public_id)) from conversations.attachment a where a.message_id = m.id))::text as value
                from (select c.id, c.number, c.served_id, ?::bigint as me from conversations.conversation c where c.served_id = ? or c.id in (select w.conversation_id from conversations.message w where w.author_id = ? and w."right" not in ('team', 'desk'))) c
                join conversations.message m on m.conversation_id = c.id and m.audience = 'main' and (c.served_id = c.me or m.author_id = c.me) left join people.person p on p.id = m.author_id
                union all select 'drafts', jsonb_build_object('text', d.text, 'saved_at', d.saved_at)::text from conversations.draft d where d.account_id = ?
                union all select 'let_in', jsonb_build_object('by_you', l.served_id = ?, 'since', l.since, 'until', l.until)::text from conversations.let_in l where l.served_id = ? or l.person_id = ?
                union all select 'read_by', jsonb_build_object('ticket', c.number, 'at', r.at, 'what', r.what, 'right', r."right")::text from conversations.reading r join conversations.conversation c on c.id = r.conversation_id where c.served_id = ?
                """, me, me, me, me, me, me, me, me);
    }
}
