-- ${schema_hash}
-- The log has an end: months that are over for so long are emptied, whole tables at a time (jobs drops them). One in which
-- something happened to a ticket that is not closed yet stays, since its clocks are counted from that. A year is kept in any case.
create or replace function tickets.forget_events(the_months int) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set lock_timeout = '500ms'
as $$
declare
  first timestamp := date_trunc('month', now() at time zone 'UTC') - make_interval(months => greatest(the_months, 12));
  month text;
  needed boolean;
  gone bigint;
  emptied bigint := 0;
begin
  for month in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'log.event'::regclass and c.relname ~ '^event_\d{4}_\d\d$' and right(c.relname, 7) < to_char(first, 'YYYY_MM')
    order by 1
  loop
    execute format('select exists (select from log.%1$I e join tickets.ticket t on t.id = e.subject_id where e.subject = ''ticket'' and t.stage <> ''closed'') or not exists (select from log.%1$I)', month) into needed;
    continue when needed;
    execute format('truncate log.%I', month);
    emptied := emptied + 1;
  end loop;
  delete from log.event_other e where (e.at, e.id) in (
    select o.at, o.id from log.event_other o
    where o.at < first at time zone 'UTC' and not exists (select from tickets.ticket t where o.subject = 'ticket' and t.id = o.subject_id and t.stage <> 'closed')
    order by o.at limit 10000);
  get diagnostics gone = row_count;
  return emptied + gone;
end $$;

revoke execute on function tickets.forget_events(int) from public;
grant execute on function tickets.forget_events(int) to whom_jobs;
