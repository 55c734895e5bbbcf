-- ${schema_hash}
-- Chores: who takes one holds its row until the work is committed, so that among many nodes it is done once.
grant usage on schema jobs to whom_jobs;

create or replace function jobs.take(the_name text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from jobs.chore c where c.name = the_name) then
    insert into jobs.chore (name) values (the_name) on conflict do nothing;
  end if;
  perform from jobs.chore c where c.name = the_name and c.due_at <= now() for update skip locked;
  return found;
end $$;

create or replace function jobs.done(the_name text, every interval) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ update jobs.chore set due_at = now() + every, done_at = now(), failures = 0 where name = the_name $$;

create or replace function jobs.failed(the_name text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into jobs.chore (name, due_at, failures) values (the_name, now() + interval '1 minute', 1)
  on conflict (name) do update set failures = chore.failures + 1, due_at = now() + least(interval '1 minute' * power(2, least(chore.failures, 10)), interval '1 hour')
$$;

-- What is written by the month gets its months ahead, by UTC. A month in which rows have gone among the rest already stays there.
create or replace function jobs.make_months(ahead int) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  whole record;
  first timestamp;
  part text;
  taken boolean;
  made int := 0;
begin
  for whole in
    select n.nspname, c.relname, a.attname, p.partdefid::regclass::text as rest
    from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
    where p.partstrat = 'r' and p.partdefid <> 0 and (n.nspname, c.relname) in (('log', 'event'), ('conversations', 'reading'))
  loop
    for i in 0..least(ahead, 24) loop
      first := date_trunc('month', now() at time zone 'UTC') + make_interval(months => i);
      part := whole.relname || to_char(first, '_YYYY_MM');
      continue when to_regclass(format('%I.%I', whole.nspname, part)) is not null;
      execute format('select exists (select from %s where %I >= %L and %I < %L)', whole.rest, whole.attname, first at time zone 'UTC', whole.attname, (first + interval '1 month') at time zone 'UTC') into taken;
      continue when taken;
      execute format('create table %I.%I partition of %I.%I for values from (%L) to (%L)', whole.nspname, part, whole.nspname, whole.relname, first at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
      made := made + 1;
    end loop;
  end loop;
  return made;
end $$;

-- A month that is long over and empty needs no table. It waits half a second for those who work, else it is tried again.
create or replace function jobs.drop_empty_months() returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set lock_timeout = '500ms'
as $$
declare
  month record;
  empty boolean;
  dropped int := 0;
begin
  for month in
    select n.nspname, c.relname
    from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent join pg_namespace n on n.oid = p.relnamespace and n.oid = c.relnamespace
    where c.relkind = 'r' and (n.nspname, p.relname) in (('log', 'event'), ('conversations', 'reading')) and c.relname ~ ('^' || p.relname || '_\d{4}_\d\d$')
      and right(c.relname, 7) < to_char((now() at time zone 'UTC') - interval '2 months', 'YYYY_MM')
    order by 1, 2
  loop
    execute format('select not exists (select from %I.%I)', month.nspname, month.relname) into empty;
    continue when not empty;
    execute format('drop table %I.%I', month.nspname, month.relname);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;

-- What can no longer let anybody in: tries of past days, links and sessions that ended a month ago.
create or replace function access.forget() returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  delete from access.attempt where hour < now() - interval '2 days';
  delete from access.link where expires_at < now() - interval '30 days';
  delete from access.session where least(expires_at, coalesce(ended_at, 'infinity')) < now() - interval '30 days';
$$;

revoke execute on all functions in schema jobs from public;
revoke execute on function access.forget() from public;
grant execute on all functions in schema jobs to whom_jobs;
grant execute on function access.forget() to whom_jobs;
select jobs.make_months(3);
