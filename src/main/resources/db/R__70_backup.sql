-- ${schema_hash}
-- Whoever makes a backup notes it as the owner; administrators read the notes.
grant usage on schema backup to whom_app;

create or replace function backup.attempts() returns table (at timestamptz, file text, bytes bigint, row_count bigint, failure text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.at, a.file, a.bytes, a.row_count, a.failure from backup.attempt a where access.has_role('administrator') order by a.at desc, a.id desc limit 30
$$;

create or replace function backup.last_made() returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select max(a.at) from backup.attempt a where a.failure is null and access.has_role('administrator') $$;

revoke execute on all functions in schema backup from public;
grant execute on all functions in schema backup to whom_app;
