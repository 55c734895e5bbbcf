-- ${schema_hash}
-- What is kept about the one who asks, for their own copy; what was believed before included. About nobody else.
create or replace function people.about_me() returns table (list text, value jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select 'person', jsonb_build_object('key', p.key, 'name', p.name, 'called', p.called, 'place', p.place, 'phone', p.phone, 'created_at', p.created_at) from people.person p where p.id = access.me()
  union all
  select 'addresses', jsonb_build_object('address', a.address, 'confirmed_at', a.confirmed_at, 'since', a.since, 'until', a.until) from people.address a where a.person_id = access.me()
  union all
  select 'memberships', jsonb_build_object('unit', u.key, 'primary', f.is_primary, 'from', f.valid_from, 'to', f.valid_to, 'recorded_at', f.recorded_at, 'superseded_at', f.superseded_at)
  from people.membership f join people.unit u on u.id = f.unit_id where f.person_id = access.me()
  union all
  select 'offices', jsonb_build_object('unit', u.key, 'kind', f.kind, 'from', f.valid_from, 'to', f.valid_to, 'recorded_at', f.recorded_at, 'superseded_at', f.superseded_at)
  from people.office f join people.unit u on u.id = f.unit_id where f.person_id = access.me()
  union all
  select 'teams', jsonb_build_object('team', t.key, 'since', m.since, 'until', m.until) from people.team_member m join people.team t on t.id = m.team_id where m.person_id = access.me()
$$;
revoke execute on function people.about_me() from public;
grant execute on function people.about_me() to whom_app;
