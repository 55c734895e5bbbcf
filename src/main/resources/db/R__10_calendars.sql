-- ${schema_hash}
-- When the house works is known to everybody; who is on duty to those inside. Administrators change it, from tomorrow on.
grant usage on schema calendars to whom_app, whom_mail, whom_jobs, whom_measure;
grant select on calendars.calendar, calendars.pattern, calendars.day, calendars.hours_of to whom_app, whom_mail, whom_jobs, whom_measure;
grant select on calendars.shift, calendars.duty_change to whom_app, whom_jobs;

alter table calendars.shift enable row level security;
alter table calendars.duty_change enable row level security;
drop policy if exists inside on calendars.shift;
create policy inside on calendars.shift for select to whom_app using ((select access.inside()));
drop policy if exists inside on calendars.duty_change;
create policy inside on calendars.duty_change for select to whom_app using ((select access.inside()));
drop policy if exists machines on calendars.shift;
create policy machines on calendars.shift for select to whom_jobs using (true);
drop policy if exists machines on calendars.duty_change;
create policy machines on calendars.duty_change for select to whom_jobs using (true);

create or replace function calendars.tomorrow(the_calendar bigint) returns date
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select (now() at time zone zone)::date + 1 from calendars.calendar where id = the_calendar $$;

create or replace function calendars.changed(the_calendar bigint, the_verb text, the_data jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  update calendars.calendar set stamp = stamp + 1 where id = the_calendar;
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), the_verb, 'calendar', the_calendar, the_data);
$$;
revoke execute on function calendars.changed(bigint, text, jsonb) from public;

create or replace function calendars.add(the_key text, the_name jsonb, the_zone text, the_week jsonb, the_holidays text[]) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  calendar bigint;
begin
  if not access.has_role('administrator') then return null; end if;
  insert into calendars.calendar (key, name, zone) values (the_key, the_name, the_zone) returning id into calendar;
  insert into calendars.pattern (calendar_id, valid_from, week, holidays, recorded_by) values (calendar, '-infinity', the_week, the_holidays, access.me());
  perform calendars.changed(calendar, 'calendar.added', '{}');
  return calendar;
end $$;

-- A later pattern for the same day takes the place of an earlier one.
create or replace function calendars.change(the_calendar bigint, the_from date, the_week jsonb, the_holidays text[], the_reason text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') or the_from < calendars.tomorrow(the_calendar) then return false; end if;
  update calendars.pattern set superseded_at = now() where calendar_id = the_calendar and valid_from = the_from and superseded_at is null;
  insert into calendars.pattern (calendar_id, valid_from, week, holidays, reason, recorded_by) values (the_calendar, the_from, the_week, the_holidays, the_reason, access.me());
  perform calendars.changed(the_calendar, 'calendar.changed', jsonb_build_object('from', the_from));
  return true;
end $$;

-- Days, each {"day", "kind", "times", "name"}; each takes the place of what was said of that day. What a file no longer says stays.
create or replace function calendars.put_days(the_calendar bigint, the_days jsonb, the_source text) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  put int;
begin
  if not access.has_role('administrator') then return null; end if;
  if exists (select from jsonb_to_recordset(the_days) as d (day date) where d.day < calendars.tomorrow(the_calendar)) then return null; end if;
  update calendars.day old set superseded_at = now() from jsonb_to_recordset(the_days) as d (day date, kind text)
  where old.calendar_id = the_calendar and old.day = d.day and (old.kind = 'break') = (d.kind = 'break') and old.superseded_at is null;
  insert into calendars.day (calendar_id, day, kind, times, name, source, recorded_by)
  select the_calendar, d.day, d.kind, d.times, d.name, the_source, access.me() from jsonb_to_recordset(the_days) as d (day date, kind text, times text, name text);
  get diagnostics put = row_count;
  perform calendars.changed(the_calendar, 'calendar.days_put', jsonb_build_object('days', put, 'source', the_source));
  return put;
end $$;

create or replace function calendars.drop_day(the_calendar bigint, the_day date) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') or the_day < calendars.tomorrow(the_calendar) then return false; end if;
  update calendars.day set superseded_at = now() where calendar_id = the_calendar and day = the_day and superseded_at is null;
  if not found then return false; end if;
  perform calendars.changed(the_calendar, 'calendar.day_dropped', jsonb_build_object('day', the_day));
  return true;
end $$;

-- Those of a unit work by this calendar from a day on.
create or replace function calendars.give_hours(the_unit bigint, the_calendar bigint, the_from date) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') or the_from < calendars.tomorrow(the_calendar) then return false; end if;
  update calendars.hours_of set valid_to = greatest(valid_from, the_from) where unit_id = the_unit and (valid_to is null or valid_to > the_from);
  insert into calendars.hours_of (unit_id, calendar_id, valid_from, recorded_by) values (the_unit, the_calendar, the_from, access.me());
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'unit.hours_given', 'unit', the_unit, jsonb_build_object('calendar', the_calendar, 'from', the_from));
  return true;
end $$;

create or replace function calendars.add_shift(the_team bigint, the_person bigint, the_zone text, the_week jsonb, the_from date, the_to date) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  insert into calendars.shift (team_id, person_id, zone, week, valid_from, valid_to, recorded_by) values (the_team, the_person, the_zone, the_week, the_from, the_to, access.me());
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'team.duty_set', 'team', the_team, jsonb_build_object('person', the_person, 'from', the_from));
  return true;
end $$;

create or replace function calendars.end_shift(the_key text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  ended calendars.shift;
begin
  if not access.has_role('administrator') then return false; end if;
  update calendars.shift set valid_to = greatest(valid_from, current_date) where key = the_key and (valid_to is null or valid_to > current_date) returning * into ended;
  if ended.id is null then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'team.duty_ended', 'team', ended.team_id, jsonb_build_object('person', ended.person_id));
  return true;
end $$;

-- An agent may say so of themselves, in a team of theirs; an administrator of anybody.
create or replace function calendars.change_duty(the_team bigint, the_person bigint, is_on boolean, the_since timestamptz, the_until timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') and not (the_person = access.me() and -the_team = any (access.keys())) then return false; end if;
  insert into calendars.duty_change (team_id, person_id, on_duty, since, until, recorded_by) values (the_team, the_person, is_on, the_since, the_until, access.me());
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'team.duty_changed', 'team', the_team, jsonb_build_object('person', the_person, 'on', is_on));
  return true;
end $$;
