-- ${schema_hash}
-- When the one who asks is on duty, for their own copy.
create or replace function calendars.about_me() returns table (list text, value jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select 'shifts', to_jsonb(s) - '{id,team_id,person_id,recorded_by,reason}'::text[] || jsonb_build_object('team', t.key) from calendars.shift s join people.team t on t.id = s.team_id where s.person_id = access.me()
  union all
  select 'duty_changes', to_jsonb(d) - '{id,team_id,person_id,recorded_by,reason}'::text[] || jsonb_build_object('team', t.key) from calendars.duty_change d join people.team t on t.id = d.team_id where d.person_id = access.me()
$$;
revoke execute on function calendars.about_me() from public;
grant execute on function calendars.about_me() to whom_app;
