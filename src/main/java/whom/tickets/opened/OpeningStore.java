package whom.tickets.opened;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.conversations.Conversation;
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

    Names names(Ticket ticket, Conversation conversation, String language) {
        return rows.one(Sql.of("""
                select coalesce(nullif(p.called, ''), p.name) as served, p.key, p.place, p.phone,
                       (select d.address from people.address d where d.person_id = p.id and d.confirmed_at is not null and d.until > now() order by d.since desc limit 1) as address,
                       coalesce(nullif(a.called, ''), a.name) as assignee, coalesce(m.name ->> ?, m.name ->> 'en', m.key) as team, coalesce(e.name ->> ?, e.name ->> 'en', e.key) as service,
                       e.key as service_key, coalesce(o.name ->> ?, o.name ->> 'en', o.key) as offering, coalesce(nullif(r.called, ''), r.name) as raiser,
                       d.main as draft, d.note as draft_note
                from (select ?::bigint as served, ?::bigint as assignee, ?::bigint as team, ?::bigint as service, ?::bigint as offering, ?::bigint as raiser) t
                left join people.person p on p.id = t.served left join people.person a on a.id = t.assignee left join people.team m on m.id = t.team
                left join services.service e on e.id = t.service left join services.offering o on o.id = t.offering
                left join people.person r on r.id = t.raiser and t.raiser <> t.served
                cross join (select max(d.text) filter (where d.thread_id = ?) as main, max(d.text) filter (where d.thread_id = ?::bigint) as note
                            from conversations.draft d where d.conversation_id = ?) d
                """, language, language, language, ticket.served(), ticket.assignee(), ticket.team(), ticket.service(), ticket.offering(), ticket.raisedBy(),
                conversation.mainThread(), conversation.notesThread(), ticket.id()),
                row -> new Names(row.text("served"), row.text("key"), row.text("place"), row.text("phone"), row.text("address"), row.maybeText("assignee"), row.maybeText("team"),
                        row.maybeText("service"), row.maybeText("service_key"), row.maybeText("offering"), row.maybeText("raiser"), row.text("draft"), row.text("draft_note")));
    }

    /**
     * What happened, in sentences; what was said stands in the stream by itself. What the data name is read out of them first: taken
     * apart within a join it is kept off every index, since reading text is not leakproof.
     */
    List<Happened> events(Ticket ticket, Words words) {
        List<Happened> events = new ArrayList<>();
        rows.list(Sql.of("""
                select e.at, e.id, e.verb, e.was, e.is, e.until, e.channel, coalesce(nullif(w.called, ''), w.name) as who, coalesce(nullif(p.called, ''), p.name) as person,
                       coalesce(m.name ->> ?, m.name ->> 'en', m.key) as team, coalesce(s.name ->> ?, s.name ->> 'en', s.key) as service, o.number as other
                from (
                  select at, id, verb, account_id, data ->> 'from' as was, data ->> 'to' as is, data ->> 'until' as until, data ->> 'channel' as channel,
                         (data ->> 'person')::bigint as person_id, (data ->> 'team')::bigint as team_id, coalesce((data ->> 'other')::bigint, (data ->> 'into')::bigint) as other_id,
                         case when verb = 'ticket.service_changed' then (data ->> 'to')::bigint end as service_id
                  from log.event
                  where subject = 'ticket' and subject_id = ? and verb not in ('ticket.said', 'ticket.noted', 'ticket.said_aside')
                  order by at desc, id desc limit ?) e
                left join people.person w on w.id = e.account_id
                left join people.person p on p.id = e.person_id
                left join people.team m on m.id = e.team_id
                left join services.service s on s.id = e.service_id
                left join lateral (select t.number from tickets.ticket t where t.id = e.other_id offset 0) o on true
                order by e.at, e.id
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
            case "ticket.passed_on", "ticket.team_asked_in", "ticket.stepped_in" -> row.text("team");
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
