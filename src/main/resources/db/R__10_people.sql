-- ${schema_hash}
alter table people.person enable row level security;
alter table people.address enable row level security;

-- Everyone sees the people of their own organisation; those inside see all they serve (D8).
drop policy if exists own_realm on people.person;
create policy own_realm on people.person for select to whom_app using (realm_id = any ((select access.realms())::bigint[]) or id = (select access.me()));
drop policy if exists own on people.person;
create policy own on people.person for update to whom_app using (id = (select access.me()));
drop policy if exists own on people.address;
create policy own on people.address for select to whom_app using (person_id = (select access.me()) or (select access.inside()));

grant select, update (called, place, phone) on people.person to whom_app;
grant select on people.address to whom_app;

-- A team's members read with the team's key, from the instant they joined.
create or replace function people.team_member_keys() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    delete from access.reader_key where account_id = old.person_id and key = -old.team_id and since = greatest(old.since, old.recorded_at);
  end if;
  if tg_op in ('INSERT', 'UPDATE') and new.since < new.until then
    insert into access.reader_key (account_id, key, since, whole_from, until)
    values (new.person_id, -new.team_id, greatest(new.since, new.recorded_at), coalesce(new.agreed_at, greatest(new.since, new.recorded_at) + interval '1 day'), new.until);
    update access.account set inside = true where id = new.person_id and not inside;
  end if;
  return null;
end $$;
drop trigger if exists team_member_keys on people.team_member;
create trigger team_member_keys after insert or update or delete on people.team_member for each row execute function people.team_member_keys();

-- A second person of the team, not the one who joined and not the one who let them join, opens what the team had before (P2).
create or replace function people.agree_to_member(the_team bigint, the_person bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if access.me() is null or access.me() = the_person or -the_team <> all (access.keys()) or -the_team = any (access.young_keys()) then
    return false;
  end if;
  update people.team_member set agreed_at = now(), agreed_by = access.me()
  where team_id = the_team and person_id = the_person and until > now() and agreed_at is null and recorded_by is distinct from access.me();
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'team.member_agreed', 'team', the_team, jsonb_build_object('person', the_person));
  return true;
end $$;

-- The top of a unit's line today: whose organisation it is (D8).
create or replace function people.top_of(the_unit bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive line as (
    select the_unit as id, 0 as steps
    union all select p.parent_id, line.steps + 1 from line join people.placement p
      on p.unit_id = line.id and p.superseded_at is null and p.parent_id is not null and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
    where line.steps < 200
  ) select id from line order by steps desc limit 1
$$;

-- The units of these organisations, today or ever.
create or replace function people.units_of(the_realms bigint[]) returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive tree as (
    select id from people.unit where id = any (the_realms)
    union select p.unit_id from people.placement p join tree on p.parent_id = tree.id where p.superseded_at is null
  ) select coalesce(array_agg(id), '{}') from tree
$$;

-- The units of the one who asks, with all above them.
create or replace function people.my_units() returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive mine as (
    select m.unit_id as id from people.membership m where m.person_id = access.me() and m.superseded_at is null and m.valid_from <= current_date and (m.valid_to is null or m.valid_to > current_date)
    union select o.unit_id from people.office o where o.person_id = access.me() and o.superseded_at is null and o.valid_from <= current_date and (o.valid_to is null or o.valid_to > current_date)
    union select p.parent_id from mine join people.placement p on p.unit_id = mine.id and p.superseded_at is null and p.parent_id is not null
      and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
  ) select coalesce(array_agg(id), '{}') from mine
$$;

-- Discreet units with all that is within them today, and those of them whose people the one who asks belongs to.
create or replace function people.closed_off() returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive closed as (
    select id from people.unit where discreet
    union select p.unit_id from people.placement p join closed on p.parent_id = closed.id
      where p.superseded_at is null and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
  ) select coalesce(array_agg(id), '{}') from closed
$$;

create or replace function people.mine() returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive mine as (
    select u.id from people.unit u where u.discreet and u.id = any (people.my_units())
    union select p.unit_id from people.placement p join mine on p.parent_id = mine.id
      where p.superseded_at is null and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
  ) select coalesce(array_agg(id), '{}') || people.my_units() from mine
$$;

-- Those served see their own organisation's units; a discreet one is for its own people and for keepers (D8).
alter table people.unit enable row level security;
drop policy if exists own_realm on people.unit;
create policy own_realm on people.unit for select to whom_app using (
  ((select access.inside()) or id = any ((select people.units_of(access.realms()))::bigint[]))
  and (id <> all ((select people.closed_off())::bigint[]) or (select access.has_role('keeper_of_facts')) or id = any ((select people.mine())::bigint[])));
drop policy if exists machines on people.unit;
create policy machines on people.unit for select to whom_mail, whom_jobs, whom_measure using (true);

-- The tree of a day, as far as the one who asks may see its units.
create or replace function people.parents(the_day date) returns table (unit_id bigint, parent_id bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select p.unit_id, p.parent_id from people.placement p
  where access.me() is not null and p.superseded_at is null and p.valid_from <= the_day and (p.valid_to is null or p.valid_to > the_day)
$$;

-- What administrators do. Each answers null or false to everybody else.
create or replace function people.add_person(the_key text, the_name text, the_address text, the_language text, the_unit bigint) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  realm bigint := coalesce(people.top_of(the_unit), 0);
  person bigint;
begin
  if not access.has_role('administrator') then return null; end if;
  insert into access.realm (id) values (realm) on conflict do nothing;
  insert into access.account (key, language, realms) values (the_key, the_language, array[realm]) returning id into person;
  insert into people.person (id, key, name, realm_id) values (person, the_key, the_name, realm);
  -- A new account holds nothing yet, so whoever reads mail at its first address may have it. Later addresses are confirmed by their owner.
  insert into people.address (person_id, address, confirmed_at) values (person, lower(the_address), now());
  if the_unit is not null then
    insert into people.membership (key, unit_id, person_id, is_primary, valid_from, recorded_by) values ('memb-' || the_key, the_unit, person, true, current_date, access.me());
  end if;
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'person.added', 'person', person, jsonb_strip_nulls(jsonb_build_object('unit', the_unit)));
  return person;
end $$;

create or replace function people.describe_person(the_person bigint, the_name text, the_called text, the_place text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  update people.person set name = the_name, called = the_called, place = the_place where id = the_person and erased_at is null;
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'person.described', 'person', the_person);
  return true;
end $$;

create or replace function people.add_unit(the_key text, the_kind text, the_name jsonb, the_parent bigint, the_discreet boolean) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  unit bigint;
begin
  if not access.has_role('administrator') or (the_discreet and not access.has_role('keeper_of_facts')) then return null; end if;
  insert into people.unit (key, kind, name, discreet) values (the_key, the_kind, the_name, the_discreet) returning id into unit;
  insert into people.placement (key, unit_id, parent_id, valid_from, recorded_by) values ('plac-' || the_key, unit, the_parent, current_date, access.me());
  if the_parent is null then
    insert into access.realm (id) values (unit);
  end if;
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'unit.added', 'unit', unit, jsonb_strip_nulls(jsonb_build_object('parent', the_parent, 'kind', the_kind)));
  return unit;
end $$;

create or replace function people.make_discreet(the_unit bigint, the_discreet boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') or not access.has_role('keeper_of_facts') then return false; end if;
  update people.unit set discreet = the_discreet where id = the_unit;
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'unit.discretion_changed', 'unit', the_unit, jsonb_build_object('discreet', the_discreet));
  return true;
end $$;

create or replace function people.add_team(the_key text, the_name jsonb) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  team bigint;
begin
  if not access.has_role('administrator') then return null; end if;
  insert into people.team (key, name) values (the_key, the_name) returning id into team;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'team.added', 'team', team);
  return team;
end $$;

-- Who joins reads what comes in from now on; what the team had before waits for a second person of it, or a day (P2).
create or replace function people.join_team(the_team bigint, the_person bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  insert into people.team_member (team_id, person_id, recorded_by) values (the_team, the_person, access.me());
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'team.member_joined', 'team', the_team, jsonb_build_object('person', the_person));
  return true;
end $$;

create or replace function people.leave_team(the_team bigint, the_person bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  update people.team_member set until = greatest(now(), since) where team_id = the_team and person_id = the_person and until > now();
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'team.member_left', 'team', the_team, jsonb_build_object('person', the_person));
  return true;
end $$;

-- Who is in a team is known to those inside, and who is in one's own teams to oneself.
alter table people.team_member enable row level security;
drop policy if exists inside on people.team_member;
create policy inside on people.team_member for select to whom_app using ((select access.inside()));
grant select on people.team_member to whom_app;

-- The units of an account today and those above each, nearest first, the primary one's before the others': for the words that a
-- unit may have of its own. One asks for oneself; machines, which write to people, for anybody.
create or replace function people.units_above(who bigint) returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive up (unit_id, secondary, membership, depth) as (
    select m.unit_id, not m.is_primary, m.id, 0 from people.membership m
    where m.person_id = who and (who = access.me() or session_user in ('whom_mail', 'whom_jobs'))
      and m.superseded_at is null and m.valid_from <= current_date and (m.valid_to is null or m.valid_to > current_date)
    union all
    select p.parent_id, u.secondary, u.membership, u.depth + 1 from up u join people.placement p on p.unit_id = u.unit_id
    where p.parent_id is not null and u.depth < 50
      and p.superseded_at is null and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
  )
  select coalesce(array_agg(unit_id order by secondary, membership, depth), '{}') from up
$$;
revoke execute on function people.units_above(bigint) from public;
grant execute on function people.units_above(bigint) to whom_app, whom_mail, whom_jobs;
