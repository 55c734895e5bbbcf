-- ${schema_hash}
-- The facts that name the one who asks, for their own copy; what was believed before included.
create or replace function standings.about_me() returns table (list text, value jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with f as (
    select 'entitlements' as list, to_jsonb(e) as fact, e.service_id from standings.entitlement e where e.scope_person_id = access.me()
    union all select 'fundings', to_jsonb(e), e.service_id from standings.funding e where access.me() in (e.scope_person_id, e.payer_person_id)
    union all select 'agreements', to_jsonb(e), e.service_id from standings.agreement e where access.me() in (e.scope_person_id, e.signatory_id)
    union all select 'oversights', to_jsonb(e), e.service_id from standings.oversight e where e.holder_person_id = access.me()
    union all select 'brokerages', to_jsonb(e), e.service_id from standings.brokerage e where e.scope_person_id = access.me()
    union all select 'initiatives', to_jsonb(e), null from standings.initiative_member e where e.person_id = access.me()
    union all select 'observations', to_jsonb(e) || jsonb_build_object('output', o.key), o.service_id from standings.observation e join services.output o on o.id = e.output_id where e.person_id = access.me()
    union all select 'asked', jsonb_build_object('ticket', a.ticket_key, 'opened', a.opened), a.service_id from standings.asked a where a.person_id = access.me()
    union all select 'looked_at', jsonb_build_object('at', l.at, 'as_of', l.as_of), l.service_id from standings.look l where l.person_id = access.me()
  )
  select f.list, jsonb_strip_nulls(f.fact - '{id,service_id,scope_unit_id,scope_person_id,payer_unit_id,payer_person_id,signatory_id,holder_unit_id,holder_person_id,broker_id,person_id,output_id,recorded_by,reason}'::text[]
    || jsonb_build_object('service', s.key))
  from f left join services.service s on s.id = f.service_id
$$;
revoke execute on function standings.about_me() from public;
grant execute on function standings.about_me() to whom_app;
