-- ${schema_hash}
-- An event is as readable as its subject. Readers stop before transactions still under way: xid < pg_snapshot_xmin(pg_current_snapshot()).
alter table log.event enable row level security;

drop policy if exists as_its_subject on log.event;
create policy as_its_subject on log.event for select to whom_app using (
  -- Those let in do not see who else reads (P3), so they see no events.
  case when subject = 'ticket' then (select true from conversations.reader r where r.conversation_id = subject_id and r."right" <> 'let_in' limit 1)
       else subject_id = (select access.me()) and subject in ('person', 'account') or (select access.has_role('keeper_of_facts')) or (select access.has_role('administrator')) end);
drop policy if exists own on log.event;
create policy own on log.event for insert to whom_app with check (account_id = (select access.me())
  and (subject <> 'ticket' or (select true from conversations.reader r where r.conversation_id = subject_id limit 1)));
drop policy if exists machines on log.event;
create policy machines on log.event to whom_jobs, whom_mail, whom_measure using (true) with check (true);

grant select, insert on log.event to whom_app;
grant select, insert on log.event to whom_jobs, whom_mail;
grant select on log.event to whom_measure;
grant usage on all sequences in schema log to whom_app, whom_jobs, whom_mail;

-- Whether something was changed after an instant, in microseconds: for a page that was shown then, and is sent now.
create or replace function log.has_after(the_subject text, the_id bigint, the_instant bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select access.me() is not null and exists (select from log.event e where e.subject = the_subject and e.subject_id = the_id
    and e.at > to_timestamp(0) + the_instant * interval '1 microsecond')
$$;

-- By the words of its address, for whoever may see it; what may not be seen was not changed, like what is not there (P8).
create or replace function log.changed_after(the_area text, the_key text, the_instant bigint) returns boolean
language plpgsql stable
as $$
declare
  thing bigint;
  fact text := replace(rtrim(split_part(the_key, '/', 1), 's'), '-', '_');
  changed boolean := false;
begin
  if the_area = 'facts' then
    if fact in ('placement', 'membership', 'office', 'entitlement', 'funding', 'agreement', 'oversight', 'brokerage', 'initiative', 'initiative_service', 'initiative_member', 'observation') then
      execute format('select exists (select from %I.%I where key = $1 and recorded_at > to_timestamp(0) + $2 * interval ''1 microsecond'')',
        case when fact in ('placement', 'membership', 'office') then 'people' else 'standings' end, fact) into changed using split_part(the_key, '/', 2), the_instant;
    end if;
    return changed;
  end if;
  case the_area
    when 'people' then select id into thing from people.person where key = the_key;
    when 'units' then select id into thing from people.unit where key = the_key;
    when 'teams' then select id into thing from people.team where key = the_key;
    when 'services' then select id into thing from services.service where key = the_key;
    when 'calendars' then select id into thing from calendars.calendar where key = the_key;
    when 'agreements' then select id into thing from agreements.agreement where key = the_key;
    else return false;
  end case;
  return thing is not null and log.has_after(case the_area when 'people' then 'person' else rtrim(the_area, 's') end, thing, the_instant);
end $$;
