-- ${schema_hash}
-- A service and all below it.
create or replace function services.below(the_service bigint) returns setof bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive tree as (
    select id from services.service where id = the_service
    union select s.id from services.service s join tree on s.parent_id = tree.id
  ) select id from tree
$$;

-- A service and all above it, nearest first.
create or replace function services.line(the_service bigint) returns table (id bigint, distance int)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive line as (
    select s.id, s.parent_id, 0 as distance from services.service s where s.id = the_service
    union all select s.id, s.parent_id, line.distance + 1 from services.service s join line on s.id = line.parent_id where line.distance < 100
  ) select line.id, line.distance from line
$$;

grant select on services.service, services.desk_wide, services.offering, services.output to whom_app, whom_mail, whom_jobs, whom_measure;
grant select on people.team, people.unit to whom_app, whom_mail, whom_jobs, whom_measure;

-- What administrators do. Each answers null or false to everybody else.
create or replace function services.add_service(the_key text, the_name jsonb, the_parent bigint, the_provider bigint, the_team bigint, the_discreet boolean) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  service bigint;
begin
  if not access.has_role('administrator') or (the_discreet and not access.has_role('keeper_of_facts')) then return null; end if;
  insert into services.service (key, name, parent_id, provider_id, team_id, discreet)
  values (the_key, the_name, the_parent, the_provider, the_team, the_discreet or coalesce((select s.discreet from services.service s where s.id = the_parent), false)) returning id into service;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'service.added', 'service', service, jsonb_strip_nulls(jsonb_build_object('parent', the_parent, 'provider', the_provider, 'team', the_team)));
  return service;
end $$;

create or replace function services.describe_service(the_service bigint, the_name jsonb, the_about jsonb, the_provider bigint, the_team bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  update services.service set name = the_name, about = the_about, provider_id = the_provider, team_id = the_team where id = the_service;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'service.described', 'service', the_service, jsonb_strip_nulls(jsonb_build_object('provider', the_provider, 'team', the_team)));
  return true;
end $$;

create or replace function services.retire(the_service bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  update services.service set retired_at = now() where id = the_service and retired_at is null;
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'service.retired', 'service', the_service);
  return true;
end $$;

-- All agents read a desk-wide service's tickets from now on, for a reason that stands on its page (P1).
create or replace function services.open_to_desk(the_service bigint, the_reason text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') or exists (select from services.desk_wide where service_id = the_service and until > now())
    or exists (select from services.line(the_service) l join services.service s on s.id = l.id where s.discreet) then return false; end if;
  insert into services.desk_wide (service_id, reason, recorded_by) values (the_service, the_reason, access.me());
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'service.opened_to_desk', 'service', the_service);
  return true;
end $$;

create or replace function services.close_to_desk(the_service bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  update services.desk_wide set until = greatest(now(), since) where service_id = the_service and until > now();
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'service.closed_to_desk', 'service', the_service);
  return true;
end $$;

create or replace function services.add_offering(the_service bigint, the_key text, the_kind text, the_name jsonb) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  insert into services.offering (key, service_id, kind, name) values (the_key, the_service, the_kind, the_name);
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'service.offering_added', 'service', the_service, jsonb_build_object('offering', the_key));
  return true;
end $$;

create or replace function services.add_output(the_service bigint, the_key text, the_name jsonb, the_meant boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  insert into services.output (key, service_id, name, meant) values (the_key, the_service, the_name, the_meant);
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'service.output_added', 'service', the_service, jsonb_build_object('output', the_key));
  return true;
end $$;
