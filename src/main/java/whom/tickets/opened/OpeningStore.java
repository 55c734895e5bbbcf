package whom.tickets.opened;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.tickets.Stage;
import whom.tickets.Ticket;
import whom.vocabulary.Words;

/** What a ticket's page needs besides the conversation, in three statements. */
@Component
class OpeningStore {

    private static final int EVENTS = 500;
    private static final int OTHERS = 6;

    private final Rows rows;

    OpeningStore(Rows rows) {
        this.rows = rows;
    }

    Names names(Ticket ticket, String language) {
        return rows.one(Sql.of("""
                select coalesce(nullif(p.called, ''), p.name) as served, p.key, p.place, p.phone,
                       (select d.address from people.address d where d.person_id = p.id and d.confirmed_at is not null and d.until > now() order by d.since desc limit 1) as address,
                       coalesce(nullif(a.called, ''), a.name) as assignee, coalesce(m.name ->> ?, m.name ->> 'en', m.key) as team, coalesce(e.name ->> ?, e.name ->> 'en', e.key) as service,
                       e.key as service_key, coalesce(o.name ->> ?, o.name ->> 'en', o.key) as offering, coalesce(nullif(r.called, ''), r.name) as raiser,
                       (select d.text from conversations.draft d join conversations.thread h on h.id = d.thread_id where d.conversation_id = ? and h.kind = 'main') as draft,
                       (select d.text from conversations.draft d join conversations.thread h on h.id = d.thread_id where d.conversation_id = ? and h.kind = 'notes') as draft_note
                from (select ?::bigint as served, ?::bigint as assignee, ?::bigint as team, ?::bigint as service, ?::bigint as offering, ?::bigint as raiser) t
                left join people.person p on p.id = t.served left join people.person a on a.id = t.assignee left join people.team m on m.id = t.team
                left join services.service e on e.id = t.service left join services.offering o on o.id = t.offering
                left join people.person r on r.id = t.raiser and t.raiser <> t.served
                """, language, language, language, ticket.id(), ticket.id(), ticket.served(), ticket.assignee(), ticket.team(), ticket.service(), ticket.offering(), ticket.raisedBy()),
                row -> new Names(row.text("served"), row.text("key"), row.text("place"), row.text("phone"), row.text("address"), row.maybeText("assignee"), row.maybeText("team"),
                        row.maybeText("service"), row.maybeText("service_key"), row.maybeText("offering"), row.maybeText("raiser"), row.text("draft"), row.text("draft_note")));
    }

    /** What happened, in sentences; what was said stands in the stream by itself. */
    List<Happened> events(Ticket ticket, Words words) {
        List<Happened> events = new ArrayList<>();
        rows.list(Sql.of("""
                select * from (
                  select e.at, e.id, e.verb, e.data ->> 'from' as was, e.data ->> 'to' as is, e.data ->> 'until' as until, coalesce(nullif(w.called, ''), w.name) as who,
                         coalesce(nullif(p.called, ''), p.name) as person, coalesce(m.name ->> ?, m.name ->> 'en', m.key) as team, coalesce(s.name ->> ?, s.name ->> 'en', s.key) as service,
                         o.number as other, e.data ->> 'channel' as channel
                  from log.event e
                  left join people.person w on w.id = e.account_id
                  left join people.person p on p.id = (e.data ->> 'person')::bigint
                  left join people.team m on m.id = (e.data ->> 'team')::bigint
                  left join services.service s on s.id = case when e.verb = 'ticket.service_changed' then (e.data ->> 'to')::bigint end
                  left join lateral (select t.number from tickets.ticket t where t.id = coalesce((e.data ->> 'other')::bigint, (e.data ->> 'into')::bigint) offset 0) o on true
                  where e.subject = 'ticket' and e.subject_id = ? and e.verb not in ('ticket.said', 'ticket.noted', 'ticket.said_aside')
                  order by e.at desc, e.id desc limit ?) x order by at, id
                """, words.language().tag(), words.language().tag(), ticket.id(), EVENTS), row -> {
            String text = sentence(row, words);
            if (text != null) {
                events.add(new Happened(requireNonNull(row.time("at")), text));
            }
            return null;
        });
        return events;
    }

    /** Null for what has no sentence of its own. */
    private static @Nullable String sentence(Row row, Words words) throws SQLException {
        String key = (row.text("verb").startsWith("ticket.") ? "tickets.event." + row.text("verb").substring(7) : "tickets.event." + row.text("verb").replace('.', '_')).toLowerCase(Locale.ROOT);
        if (!words.has(key)) {
            return null;
        }
        String who = row.text("who").isEmpty() ? words.say("tickets.event.somebody") : row.text("who");
        String about = switch (row.text("verb")) {
            case "ticket.raised" -> words.say("tickets.channel." + (row.text("channel").isEmpty() ? "web" : row.text("channel")));
            case "ticket.passed_on", "ticket.team_asked_in" -> row.text("team");
            case "ticket.assigned", "ticket.unassigned", "ticket.shut_out", "ticket.readmitted", "ticket.mail_bounced", "ticket.mail_given_up" -> row.text("person");
            case "ticket.service_changed" -> row.text("service");
            case "ticket.prioritised" -> words.say("tickets.priority." + row.text("is"));
            case "ticket.linked", "ticket.unlinked", "ticket.merged" -> row.text("other");
            case "ticket.waiting" -> words.say("tickets.stage." + row.text("is"));
            default -> "";
        };
        return words.say(key, who, about);
    }

    /** Linked ones first, then others of the same person, newest change first; as far as this reader may read them. */
    List<Neighbour> neighbours(Ticket ticket) {
        return rows.list(Sql.of("""
                select t.number, t.subject, t.stage, t.updated_at, n.how from (
                  select case when l.from_id = ? then l.to_id else l.from_id end as id, case when l.kind = 'related' then 'related' when l.from_id = ? then 'into' else 'merged' end as how, 0 as rank
                  from tickets.link l where ? in (l.from_id, l.to_id)
                  union all
                  select s.id, 'same', 1 from (select t.id from tickets.ticket t where t.served_id = ? and t.id <> ? order by t.updated_at desc, t.id desc limit ?) s
                ) n cross join lateral (select t.* from tickets.ticket t where t.id = n.id offset 0) t
                order by n.rank, t.updated_at desc
                """, ticket.id(), ticket.id(), ticket.id(), ticket.served(), ticket.id(), OTHERS),
                row -> new Neighbour(row.text("number"), row.text("subject"), Stage.of(row.text("stage")), requireNonNull(row.time("updated_at")), row.text("how")));
    }
}
