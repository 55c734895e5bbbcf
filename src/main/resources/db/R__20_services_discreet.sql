-- ${schema_hash}
-- A discreet service is for its own people and for keepers of facts (D8): who works on it, who owns it, who may use it.
-- Whom it is for follows from facts, so this stands on their floor.
create or replace function services.mine() returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(s.id), '{}') from services.service s
  where s.discreet and access.me() is not null and (
    -s.team_id = any (access.keys())
    or exists (select from access.role_grant g where g.account_id = access.me() and g.role = 'service_owner' and g.about_id = s.id and g.since <= now() and g.until > now())
    or exists (select from standings.entitlement e where e.superseded_at is null and e.service_id in (select l.id from services.line(s.id) l)
      and e.valid_from <= current_date and (e.valid_to is null or e.valid_to > current_date)
      and (e.scope = 'everybody' or e.scope_person_id = access.me() or e.scope_unit_id = any (people.my_units()))))
$$;

-- Whether the one who asks owns this service, or one above it.
create or replace function services.is_mine(the_service bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select access.me() is not null and exists (select from access.role_grant g join services.line(the_service) l on l.id = g.about_id
    where g.account_id = access.me() and g.role = 'service_owner' and g.since <= now() and g.until > now())
$$;

alter table services.service enable row level security;
drop policy if exists discreet on services.service;
create policy discreet on services.service for select to whom_app using (
  (select access.me()) is not null and (not discreet or (select access.has_role('keeper_of_facts')) or id = any ((select services.mine())::bigint[])));
drop policy if exists machines on services.service;
create policy machines on services.service for select to whom_mail, whom_jobs, whom_measure using (true);
