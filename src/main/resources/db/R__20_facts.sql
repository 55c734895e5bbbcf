-- ${schema_hash}
-- Facts have readers (D8). The rows themselves are for keepers of facts and for administrators, who record them; everyone else
-- asks what follows from them for themselves, or for the one they serve, through the functions of schema standings.
-- What is about a discreet service or unit is for keepers alone, and for that one's own people where they are administrators.
-- Whoever keeps facts may end or correct what another recorded; nobody records in another's name.
do $$
declare
  fact text;
  known text;
begin
  foreach fact in array array['people.placement', 'people.membership', 'people.office', 'standings.entitlement', 'standings.funding', 'standings.agreement',
      'standings.oversight', 'standings.brokerage', 'standings.initiative', 'standings.initiative_service', 'standings.initiative_member', 'standings.observation'] loop
    execute format('alter table %s enable row level security', fact);
    execute format('drop policy if exists keepers on %s', fact);
    select coalesce(string_agg(format('(%1$I is null or %1$I <> all ((select %2$s.closed_off())::bigint[]) or %1$I = any ((select %2$s.mine())::bigint[]))', a.attname,
        case when a.attname = 'service_id' then 'services' else 'people' end), ' and ' order by a.attnum), 'true') into known
      from pg_attribute a where a.attrelid = fact::regclass and a.attnum > 0 and not a.attisdropped and a.attname in ('service_id', 'unit_id', 'scope_unit_id', 'payer_unit_id', 'holder_unit_id');
    execute format($p$create policy keepers on %s to whom_app using ((select access.has_role('keeper_of_facts')) or ((select access.has_role('administrator')) and %s))
      with check (((select access.has_role('keeper_of_facts')) or (select access.has_role('administrator'))) and (recorded_by = (select access.me()) or superseded_at is not null))$p$, fact, known);
    execute format('drop policy if exists measure on %s', fact);
    execute format('create policy measure on %s for select to whom_measure using (true)', fact);
    execute format('revoke insert on %s from whom_app', fact);
    execute format('grant select, insert (%s), update (superseded_at) on %s to whom_app', (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
      where a.attrelid = fact::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'superseded_at'), fact);
    execute format('grant select on %s to whom_measure', fact);
  end loop;
end $$;
alter table standings.asked enable row level security;
alter table standings.look enable row level security;
drop policy if exists own on standings.asked;
create policy own on standings.asked for select to whom_app using (person_id = (select access.me()));
drop policy if exists own on standings.look;
create policy own on standings.look for select to whom_app using (account_id = (select access.me()) or person_id = (select access.me()) or (select access.has_role('data_protection')));
drop policy if exists keepers on standings.look;
create policy keepers on standings.look for insert to whom_app with check (account_id = (select access.me()));
grant select on standings.asked to whom_app;
grant select, insert on standings.look to whom_app;
grant usage on all sequences in schema people, standings to whom_app;

-- The shares of one scope of a service add up to 100 at every date, or nothing pays (D4). Says the first sum that does not, or null.
create or replace function standings.wrong_share(of_key text) returns numeric
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with fact as (
    select * from standings.funding where key = of_key and superseded_at is null
  ), beside as (
    select f.* from standings.funding f, fact
    where f.superseded_at is null and f.service_id = fact.service_id and f.scope = fact.scope
      and f.scope_unit_id is not distinct from fact.scope_unit_id and f.scope_person_id is not distinct from fact.scope_person_id
      and (f.valid_to is null or f.valid_from < f.valid_to)
  ), day as (
    select valid_from as d from beside union select valid_to from beside where valid_to is not null
  )
  select sum(b.share) from day join beside b on b.valid_from <= day.d and (b.valid_to is null or b.valid_to > day.d)
  group by day.d having sum(b.share) <> 100 order by day.d limit 1
$$;

-- Whether following what is upstream of a brokerage comes back to it.
create or replace function standings.brokerage_circle(of_key text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive up as (
    select key, upstream_key from standings.brokerage where key = of_key and superseded_at is null
    union select b.key, b.upstream_key from standings.brokerage b join up on b.key = up.upstream_key where b.superseded_at is null
  ) select exists (select from up where upstream_key = of_key)
$$;

-- Whether a unit is above itself on some day of a placement's validity: on the day it begins, and on each day that another
-- placement begins within it.
create or replace function people.under_itself(of_key text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive fact as (
    select * from people.placement where key = of_key and superseded_at is null
  ), day as (
    select valid_from as d from fact
    union select p.valid_from from people.placement p, fact
    where p.superseded_at is null and p.valid_from > fact.valid_from and (fact.valid_to is null or p.valid_from < fact.valid_to)
  ), line as (
    select day.d, fact.unit_id as start, fact.parent_id as unit, 1 as steps from fact, day
    union select line.d, line.start, p.parent_id, line.steps + 1 from line join people.placement p
      on p.unit_id = line.unit and p.superseded_at is null and p.valid_from <= line.d and (p.valid_to is null or p.valid_to > line.d)
    where line.steps < 200
  ) select exists (select from line where unit = start)
$$;
