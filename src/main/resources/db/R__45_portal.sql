-- ${schema_hash}
-- What is being asked is its writer's alone, until it is sent.
grant usage on schema portal to whom_app, whom_jobs;
alter table portal.asking enable row level security;
alter table portal.asking_file enable row level security;

drop policy if exists own on portal.asking;
create policy own on portal.asking to whom_app using (account_id = (select access.me()) and (select access.reads()))
  with check (account_id = (select access.me()) and (served_id is null or exists (select from people.person p where p.id = served_id)));
drop policy if exists own on portal.asking_file;
create policy own on portal.asking_file to whom_app using (exists (select from portal.asking a where a.id = asking_id))
  with check (exists (select from portal.asking a where a.id = asking_id and a.number is null));
grant select, insert, update, delete on portal.asking, portal.asking_file to whom_app;
grant usage on all sequences in schema portal to whom_app;

-- What I raised for others (P3): state, next promise and what I wrote, unless they object. Not its present subject, which
-- others may have changed.
create or replace function portal.raised_by_me()
returns table (number text, served text, stage text, due_at timestamptz, opened_at timestamptz, wrote text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select c.number, coalesce(nullif(p.called, ''), p.name), t.stage, t.due_at, t.opened_at,
         (select m.text from conversations.message m where m.conversation_id = c.id and m.audience = 'main' and m.author_id = access.me() order by m.sent_at, m.id limit 1)
  from conversations.conversation c join tickets.ticket t on t.id = c.id join people.person p on p.id = c.served_id
  where c.raised_by = access.me() and c.served_id <> access.me() and c.objected_at is null and access.reads()
    and not exists (select from conversations.shut_out s where s.conversation_id = c.id and s.account_id = access.me())
    and not exists (select from conversations.my_rights(c.id))
  order by t.opened_at desc, c.id desc limit 100
$$;

-- What was begun and not sent is not kept for ever (D9).
create or replace function portal.forget_askings() returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ with gone as (delete from portal.asking where saved_at < now() - interval '30 days' returning 1) select count(*) from gone $$;

revoke execute on all functions in schema portal from public;
grant execute on function portal.raised_by_me() to whom_app;
grant execute on function portal.forget_askings() to whom_jobs;
