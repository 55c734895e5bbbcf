-- ${schema_hash}
-- A discreet service, with all that is within it, is for its own people and for keepers of facts (D8): who may use it, who works on
-- it, who owns it. Whom it is for follows from facts, so this stands on their floor.
create or replace function services.closed_off() returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive closed as (
    select id from services.service where discreet
    union select s.id from services.service s join closed on s.parent_id = closed.id
  ) select coalesce(array_agg(id), '{}') from closed
$$;

-- Of those, the ones that the one who asks may use, or has asked for help with: only these are offered when somebody asks for help.
create or replace function services.for_me() returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(c.id), '{}') from unnest(services.closed_off()) c (id)
  where access.me() is not null and (
    exists (select from standings.asked a where a.person_id = access.me() and a.service_id = c.id)
    or exists (select from standings.entitlement e where e.superseded_at is null and e.service_id in (select l.id from services.line(c.id) l)
      and e.valid_from <= current_date and (e.valid_to is null or e.valid_to > current_date)
      and (e.scope = 'everybody' or e.scope_person_id = access.me() or e.scope_unit_id = any (people.my_units()))))
$$;

-- Whether the one who asks has a role about this service, or one above it: owns it, or sorts what comes for it (P0).
create or replace function services.has_role(the_service bigint, the_role text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select access.me() is not null and exists (select from access.role_grant g join services.line(the_service) l on l.id = g.about_id
    where g.account_id = access.me() and g.role = the_role and g.since <= now() and g.until > now())
$$;

-- And those that they work on, sort, or own. A service without a team is worked on by that of the one above it.
create or replace function services.mine() returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select services.for_me() || coalesce(array_agg(c.id), '{}') from unnest(services.closed_off()) c (id)
  where access.me() is not null and (
    (select -s.team_id from services.line(c.id) l join services.service s on s.id = l.id where s.team_id is not null order by l.distance limit 1) = any (access.keys())
    or services.has_role(c.id, 'service_owner') or services.has_role(c.id, 'dispatcher'))
$$;

alter table services.service enable row level security;
drop policy if exists discreet on services.service;
create policy discreet on services.service for select to whom_app using (
  (select access.me()) is not null and (id <> all ((select services.closed_off())::bigint[]) or (select access.has_role('keeper_of_facts')) or id = any ((select services.mine())::bigint[])));
drop policy if exists machines on services.service;
create policy machines on services.service for select to whom_mail, whom_jobs, whom_measure using (true);
drop function if exists services.is_mine(bigint), services.is_sorted_by_me(bigint);
