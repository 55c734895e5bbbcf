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
