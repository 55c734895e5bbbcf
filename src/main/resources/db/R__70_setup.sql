-- ${schema_hash}
-- Setting up a house in which nobody is yet. Each function asks for the link's secret and works only as long as there is no
-- account, so that what makes the first administrator can never make a second one.
grant usage on schema setup to whom_app;

create or replace function setup.open() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select not exists (select from access.account) $$;

-- A new link takes the place of the last, whose secret stands on a terminal that scrolled away. False: set up already.
create or replace function setup.begin(the_link bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not setup.open() then return false; end if;
  delete from access.link where purpose = 'set_up';
  insert into access.link (hash, purpose, expires_at) values (the_link, 'set_up', 'infinity');
  return true;
end $$;

create or replace function setup.may(the_link bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select setup.open() and exists (select from access.link where hash = the_link and purpose = 'set_up' and used_at is null and expires_at > now()) $$;

-- Of the password only that there is one.
create or replace function setup.answers(the_link bytea) returns table (name text, value text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select a.name, case when a.name = 'password' then '' else a.value end from setup.answer a where setup.may(the_link) $$;

create or replace function setup.answer(the_link bytea, the_name text, the_value text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not setup.may(the_link) then return false; end if;
  insert into setup.answer (name, value) values (the_name, the_value) on conflict (name) do update set value = excluded.value;
  return true;
end $$;

-- Makes the house from the answers and says who its administrator is; null when it may not, or an answer is missing.
create or replace function setup.finish(the_link bytea, the_organisation_key text, the_person_key text, the_team_key text, the_service_key text,
                                        the_language text, the_time_zone text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  said jsonb;
  unit bigint;
  person bigint;
  first_team bigint;
  first_service bigint;
begin
  lock table access.account in share row exclusive mode;
  if not setup.may(the_link) then return null; end if;
  select jsonb_object_agg(a.name, a.value) into said from setup.answer a;
  if said is null or not said ?& array['organisation', 'name', 'address', 'password', 'vocabulary', 'team', 'member', 'service'] then return null; end if;

  insert into people.unit (key, kind, name) values (the_organisation_key, 'company', jsonb_build_object(the_language, said ->> 'organisation', 'en', said ->> 'organisation')) returning id into unit;
  insert into access.realm (id) values (unit);
  insert into access.account (key, password, language, time_zone, inside, realms)
  values (the_person_key, said ->> 'password', the_language, the_time_zone, true, array[unit]) returning id into person;
  insert into people.person (id, key, name, realm_id) values (person, the_person_key, said ->> 'name', unit);
  insert into people.address (person_id, address, confirmed_at) values (person, lower(said ->> 'address'), now());
  insert into people.placement (key, unit_id, valid_from, recorded_by) values ('plac-first', unit, current_date, person);
  insert into people.membership (key, unit_id, person_id, is_primary, valid_from, recorded_by) values ('memb-first', unit, person, true, current_date, person);
  insert into access.role_grant (account_id, role, granted_by) values (person, 'administrator', person), (person, 'keeper_of_facts', person);

  insert into people.team (key, name, desk) values (the_team_key, jsonb_build_object(the_language, said ->> 'team', 'en', said ->> 'team'), true) returning id into first_team;
  if said ->> 'member' = 'yes' then
    insert into people.team_member (team_id, person_id, recorded_by) values (first_team, person, person);
  end if;
  insert into services.service (key, name, provider_id, team_id)
  values (the_service_key, jsonb_build_object(the_language, said ->> 'service', 'en', said ->> 'service'), unit, first_team) returning id into first_service;
  insert into standings.entitlement (key, service_id, scope, valid_from, recorded_by) values ('enti-first', first_service, 'everybody', current_date, person);
  if said ->> 'vocabulary' <> 'precise' then
    insert into vocabulary.spoken (audience, vocabulary_key, chosen_by) values ('outside', said ->> 'vocabulary', person);
    update vocabulary.edition set number = number + 1;
  end if;

  insert into log.event (account_id, verb, subject, subject_id, data)
  values (person, 'house.set_up', 'house', 0, jsonb_build_object('unit', unit, 'team', first_team, 'service', first_service));
  update access.link set used_at = now() where purpose = 'set_up' and used_at is null;
  delete from setup.answer;
  return person;
end $$;

-- Where an organisation came from a file there are people, and nobody who administers: whoever has the machine says who does, once.
-- Answers with what stands in the way, or 'done'. The link signs that person in; nobody else has their password (P11).
create or replace function setup.appoint(the_person text, the_address text, the_link bytea) returns text
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
declare
  person bigint;
begin
  lock table access.role_grant in share row exclusive mode;
  if exists (select from access.role_grant g join access.account a on a.id = g.account_id where g.role = 'administrator' and g.since <= now() and g.until > now() and a.closed_at is null) then
    return 'appointed';
  end if;
  select a.id into person from access.account a where a.kind = 'person' and a.closed_at is null
    and (a.key = the_person or exists (select from people.address d where d.person_id = a.id and d.address = lower(the_person) and d.until = 'infinity')) order by a.key = the_person desc limit 1;
  if person is null then return 'nobody'; end if;
  if the_address <> '' then
    if exists (select from people.address d where d.address = lower(the_address) and d.person_id <> person and d.until = 'infinity') then return 'taken'; end if;
    insert into people.address as d (person_id, address, confirmed_at) values (person, lower(the_address), now())
    on conflict (address) where until = 'infinity' do update set confirmed_at = coalesce(d.confirmed_at, now());
  end if;
  if not exists (select from people.address d where d.person_id = person and d.confirmed_at is not null and d.until = 'infinity') then return 'unreachable'; end if;
  insert into access.role_grant (account_id, role) values (person, 'administrator'), (person, 'keeper_of_facts');
  update access.account set inside = true where id = person;
  insert into access.link (hash, purpose, account_id, expires_at) values (the_link, 'sign_in', person, now() + interval '1 day');
  insert into log.event (verb, subject, subject_id, data) values ('house.administrator_appointed', 'house', 0, jsonb_build_object('person', person));
  return 'done';
end $$;
revoke all on function setup.appoint(text, text, bytea) from public;

revoke all on function setup.open(), setup.begin(bytea), setup.may(bytea), setup.answers(bytea), setup.answer(bytea, text, text),
  setup.finish(bytea, text, text, text, text, text, text) from public;
grant execute on function setup.open(), setup.begin(bytea), setup.may(bytea), setup.answers(bytea), setup.answer(bytea, text, text),
  setup.finish(bytea, text, text, text, text, text, text) to whom_app;
