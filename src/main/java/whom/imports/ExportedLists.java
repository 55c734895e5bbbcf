package whom.imports;

import java.util.LinkedHashMap;
import java.util.Map;

/** The lists of an organisation's file, each as a statement that gives one JSON object a row. */
final class ExportedLists {

    /**
     * Ids are unique in a file, while here a team and a service may share a key: then the kind is added to it ({@code network.team}).
     * Facts that are valid on no day are no part of the file.
     */
    static final String PREPARATION = """
            create temporary table twice on commit drop as
              select key from (
                select key from people.unit union all select key from people.person union all select key from people.team union all select key from services.service
                union all select key from services.output union all select number from tickets.ticket where service_id is not null
                union all select key from standings.entitlement where %1$s union all select key from standings.funding where %1$s
                union all select key from standings.agreement where %1$s union all select key from standings.oversight where %1$s
                union all select key from standings.brokerage where %1$s union all select key from standings.initiative where %1$s
                union all select key from standings.observation where %1$s
                union all select key from conversations.let_in union all select key from conversations.seal_break) all_keys
              group by key having count(*) > 1;
            create or replace function pg_temp.id(kind text, key text) returns text language sql stable
              as $$ select case when exists (select from pg_temp.twice t where t.key = $2) then $2 || '.' || $1 else $2 end $$;
            create or replace function pg_temp.name(names jsonb, key text) returns text language sql immutable
              as $$ select coalesce(names ->> 'en', (select n.value from jsonb_each_text(names) n order by n.key limit 1), key) $$;
            create or replace function pg_temp.scope(scope text, unit bigint, person bigint) returns jsonb language sql stable
              as $$ select case scope when 'everybody' then '{"everybody": true}'::jsonb
                    when 'person' then jsonb_build_object('person', (select pg_temp.id('person', p.key) from people.person p where p.id = person))
                    else jsonb_build_object(scope, (select pg_temp.id('unit', u.key) from people.unit u where u.id = unit)) end $$;
            create or replace function pg_temp.party(unit bigint, person bigint) returns jsonb language sql stable
              as $$ select case when person is null then pg_temp.scope('unit', unit, null) else pg_temp.scope('person', null, person) end $$;
            create or replace function pg_temp.day(at timestamptz) returns date language sql stable
              as $$ select case when isfinite(at) then at::date end $$
            """.formatted("superseded_at is null and (valid_to is null or valid_from < valid_to)");

    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("units", """
                select jsonb_strip_nulls(jsonb_build_object('id', pg_temp.id('unit', u.key), 'name', pg_temp.name(u.name, u.key), 'kind', u.kind, 'placements', coalesce((
                  select jsonb_agg(jsonb_build_object('parent', pg_temp.id('unit', o.key), 'from', f.valid_from, 'to', f.valid_to) order by f.valid_from)
                  from people.placement f left join people.unit o on o.id = f.parent_id where f.unit_id = u.id and LIVE), '[]'))) from people.unit u order by u.key""");
        ALL.put("people", """
                select jsonb_strip_nulls(jsonb_build_object('id', pg_temp.id('person', p.key), 'name', p.name,
                  'emails', coalesce((select jsonb_agg(a.address order by a.id) from people.address a where a.person_id = p.id and a.until = 'infinity' and a.confirmed_at is not null), '[]'),
                  'memberships', coalesce((select jsonb_agg(jsonb_build_object('unit', pg_temp.id('unit', u.key), 'primary', f.is_primary, 'from', f.valid_from, 'to', f.valid_to) order by f.valid_from, u.key)
                    from people.membership f join people.unit u on u.id = f.unit_id where f.person_id = p.id and LIVE), '[]'))) from people.person p order by p.key""");
        ALL.put("heads", office("head"));
        ALL.put("budgetHolders", office("budget_holder"));
        ALL.put("services", """
                select jsonb_strip_nulls(jsonb_build_object('id', pg_temp.id('service', s.key), 'name', pg_temp.name(s.name, s.key), 'parent', pg_temp.id('service', o.key), 'provider', pg_temp.id('unit', u.key)))
                from services.service s join people.unit u on u.id = s.provider_id left join services.service o on o.id = s.parent_id order by s.key""");
        ALL.put("entitlements", fact("entitlement", "'scope', pg_temp.scope(f.scope, f.scope_unit_id, f.scope_person_id)"));
        ALL.put("fundings", fact("funding", "'scope', pg_temp.scope(f.scope, f.scope_unit_id, f.scope_person_id), 'kind', f.kind, 'payer', pg_temp.party(f.payer_unit_id, f.payer_person_id), 'share', trim_scale(f.share)::text"));
        ALL.put("agreements", fact("agreement", "'scope', pg_temp.scope(f.scope, f.scope_unit_id, f.scope_person_id), 'signatory', (select pg_temp.id('person', p.key) from people.person p where p.id = f.signatory_id)"));
        ALL.put("oversights", fact("oversight", "'holder', pg_temp.party(f.holder_unit_id, f.holder_person_id)"));
        ALL.put("brokerages", fact("brokerage", "'broker', (select pg_temp.id('unit', u.key) from people.unit u where u.id = f.broker_id), 'scope', pg_temp.scope(f.scope, f.scope_unit_id, f.scope_person_id),"
                + " 'upstream', (select pg_temp.id('brokerage', o.key) from standings.brokerage o where o.key = f.upstream_key and " + live("o") + ")"));
        ALL.put("initiatives", """
                select jsonb_strip_nulls(jsonb_build_object('id', pg_temp.id('initiative', f.key), 'name', f.name,
                  'services', coalesce((select jsonb_agg(distinct pg_temp.id('service', s.key)) from standings.initiative_service i join services.service s on s.id = i.service_id where i.initiative_key = f.key and LIVE_I), '[]'),
                  'members', coalesce((select jsonb_agg(jsonb_build_object('person', pg_temp.id('person', p.key), 'side', i.side, 'from', i.valid_from, 'to', i.valid_to) order by i.valid_from, p.key)
                    from standings.initiative_member i join people.person p on p.id = i.person_id where i.initiative_key = f.key and LIVE_I), '[]'),
                  'from', f.valid_from, 'to', f.valid_to)) from standings.initiative f where LIVE order by f.key""");
        ALL.put("outputs", """
                select jsonb_build_object('id', pg_temp.id('output', o.key), 'service', pg_temp.id('service', s.key), 'name', pg_temp.name(o.name, o.key), 'meant', o.meant)
                from services.output o join services.service s on s.id = o.service_id order by o.key""");
        ALL.put("observations", """
                select jsonb_strip_nulls(jsonb_build_object('id', pg_temp.id('observation', f.key), 'output', pg_temp.id('output', o.key), 'person', pg_temp.id('person', p.key), 'origin', f.origin, 'from', f.valid_from, 'to', f.valid_to))
                from standings.observation f join services.output o on o.id = f.output_id join people.person p on p.id = f.person_id where LIVE order by f.key""");
        ALL.put("teams", """
                select jsonb_strip_nulls(jsonb_build_object('id', pg_temp.id('team', t.key), 'name', pg_temp.name(t.name, t.key), 'members', coalesce((
                  select jsonb_agg(jsonb_build_object('person', pg_temp.id('person', p.key), 'from', pg_temp.day(m.since), 'to', pg_temp.day(m.until)) order by m.since, p.key)
                  from people.team_member m join people.person p on p.id = m.person_id where m.team_id = t.id and m.since < m.until), '[]'))) from people.team t order by t.key""");
        ALL.put("tickets", """
                select jsonb_strip_nulls(jsonb_build_object('id', pg_temp.id('ticket', t.number), 'service', pg_temp.id('service', s.key), 'served', pg_temp.id('person', p.key), 'raisedBy', pg_temp.id('person', r.key),
                  'opened', pg_temp.day(t.opened_at), 'teams', coalesce((select jsonb_agg(jsonb_build_object('team', pg_temp.id('team', m.key), 'from', pg_temp.day(o.since), 'to', pg_temp.day(o.until)) order by o.since, m.key)
                    from tickets.on_ticket o join people.team m on m.id = o.team_id where o.ticket_id = t.id and o.since < o.until), '[]')))
                from tickets.ticket t join services.service s on s.id = t.service_id join people.person p on p.id = t.served_id left join people.person r on r.id = t.raised_by order by t.id""");
        ALL.put("letIns", """
                select jsonb_strip_nulls(jsonb_build_object('id', pg_temp.id('let-in', l.key), 'served', pg_temp.id('person', p.key), 'person', pg_temp.id('person', o.key), 'ticket', pg_temp.id('ticket', t.number),
                  'service', pg_temp.id('service', s.key), 'from', pg_temp.day(l.since), 'to', pg_temp.day(l.until)))
                from conversations.let_in l join people.person p on p.id = l.served_id join people.person o on o.id = l.person_id
                left join tickets.ticket t on t.id = l.conversation_id and t.service_id is not null left join services.service s on s.id = l.service_id
                where l.since < l.until and (t.id is not null or s.id is not null) order by l.id""");
        ALL.put("sealBreaks", """
                select jsonb_strip_nulls(jsonb_build_object('id', pg_temp.id('seal break', b.key), 'ticket', pg_temp.id('ticket', t.number), 'asked', pg_temp.id('person', p.key), 'approved', pg_temp.id('person', a.key),
                  'from', pg_temp.day(b.since), 'to', pg_temp.day(b.until + interval '1 day')))
                from conversations.seal_break b join tickets.ticket t on t.id = b.conversation_id and t.service_id is not null join people.person p on p.id = b.asked_by left join people.person a on a.id = b.approved_by
                where b.since is not null and b.until is not null order by b.id""");
        ALL.replaceAll((list, sql) -> sql.replace("LIVE_I", live("i")).replace("LIVE", live("f")));
    }

    private ExportedLists() {}

    private static String live(String table) {
        return "%1$s.superseded_at is null and (%1$s.valid_to is null or %1$s.valid_from < %1$s.valid_to)".formatted(table);
    }

    private static String office(String kind) {
        return """
                select jsonb_strip_nulls(jsonb_build_object('unit', pg_temp.id('unit', u.key), 'person', pg_temp.id('person', p.key), 'from', f.valid_from, 'to', f.valid_to))
                from people.office f join people.unit u on u.id = f.unit_id join people.person p on p.id = f.person_id where f.kind = '%s' and LIVE order by u.key, f.valid_from, p.key""".formatted(kind);
    }

    /** One that is named on a service, or on none. */
    private static String fact(String kind, String more) {
        return """
                select jsonb_strip_nulls(jsonb_build_object('id', pg_temp.id('%1$s', f.key), 'service', (select pg_temp.id('service', s.key) from services.service s where s.id = f.service_id), %2$s, 'from', f.valid_from, 'to', f.valid_to))
                from standings.%1$s f where LIVE order by f.key""".formatted(kind, more);
    }
}
