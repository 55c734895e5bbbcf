-- ${schema_hash}
-- Breaking the seal takes two (P4): one asks, another approves; it only reads, and ends by itself.

-- Asking needs no reading, only a number; a number that names nothing is taken in alike (P8).
create or replace function conversations.ask_to_break(the_number text, the_purpose text, hours_wanted int, ground text, told timestamptz) returns text
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with asked as (
    insert into conversations.seal_break (number, conversation_id, asked_by, purpose, hours, delay_ground, tell_at)
    select the_number, (select c.id from conversations.conversation c where c.number = the_number), access.me(), trim(the_purpose),
           least(greatest(coalesce(hours_wanted, 24), 1), 24), nullif(trim(ground), ''),
           case when nullif(trim(ground), '') is not null then least(told, now() + interval '90 days') end
    where access.inside() and access.reads() and length(trim(the_purpose)) > 0
    returning id, key
  ), told as (
    insert into log.event (account_id, verb, subject, subject_id) select access.me(), 'seal.asked', 'seal', id from asked
  )
  select key from asked
$$;

-- The approver is a seal keeper; not the asker, nobody of the asker's teams or line, and not the one whose conversation it is.
create or replace function conversations.may_decide(the_seal bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select access.has_role('seal_keeper') and access.reads() and exists (
    select from conversations.seal_break b where b.id = the_seal and b.asked_by <> access.me()
      and not exists (select from access.reader_key mine join access.reader_key theirs using (key)
                      where mine.account_id = access.me() and theirs.account_id = b.asked_by and key < 0 and mine.until > b.asked_at and theirs.until > b.asked_at)
      and not conversations.is_superior(access.me(), b.asked_by) and not conversations.is_superior(b.asked_by, access.me())
      and not exists (select from conversations.conversation c where c.id = b.conversation_id and c.served_id = access.me())
      and not exists (select from conversations.shut_out s where s.conversation_id = b.conversation_id and s.account_id = access.me()))
$$;

create or replace function conversations.decide_break(the_key text, yes boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare b conversations.seal_break;
begin
  select * into b from conversations.seal_break s where s.key = the_key and s.decided_at is null and s.asked_at > now() - interval '7 days' and conversations.may_decide(s.id) for update;
  if not found then return false; end if;
  update conversations.seal_break set approved_by = access.me(), decided_at = now(), refused = not yes,
    since = case when yes then now() end, until = case when yes then now() + make_interval(hours => b.hours) end,
    told_at = case when yes and b.tell_at is null then now() end where id = b.id;
  if yes and b.conversation_id is not null then
    insert into conversations.reader (conversation_id, key, "right", agents, until, granted_by, source_id)
    values (b.conversation_id, b.asked_by, 'seal', true, now() + make_interval(hours => b.hours), access.me(), b.id);
    if b.tell_at is null then
      -- In nobody's name: by whom is for the one served to see where the house so chose (P5).
      insert into log.event (verb, subject, subject_id, data) values ('ticket.seal_broken', 'ticket', b.conversation_id, jsonb_build_object('seal', b.id));
    end if;
  end if;
  insert into log.event (account_id, verb, subject, subject_id)
  values (access.me(), case when yes then 'seal.broken' else 'seal.refused' end, 'seal', b.id);
  return true;
end $$;

-- Sooner than its end: by whoever asked or a seal keeper.
create or replace function conversations.end_break(the_key text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare b conversations.seal_break;
begin
  update conversations.seal_break s set until = greatest(since, now())
  where s.key = the_key and s.until > now() and access.reads() and (s.asked_by = access.me() or access.has_role('seal_keeper')) returning * into b;
  if not found then return false; end if;
  update conversations.reader set until = greatest(since, now()) where source_id = b.id and "right" = 'seal' and until > now();
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'seal.ended', 'seal', b.id);
  return true;
end $$;

-- The law's delay is renewed by a seal keeper, for 90 days at most from now, before it is over.
create or replace function conversations.renew_delay(the_key text, ground text, told timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare renewed bigint;
begin
  update conversations.seal_break s set delay_ground = trim(ground), tell_at = least(told, now() + interval '90 days'), renewed_at = now(), renewed_by = access.me()
  where s.key = the_key and s.tell_at > now() and told > now() and length(trim(ground)) > 0 and conversations.may_decide(s.id) returning id into renewed;
  if renewed is null then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'seal.delay_renewed', 'seal', renewed);
  return true;
end $$;

-- The job that tells: once, at the end of the delay.
create or replace function conversations.tell_of_breaks() returns setof bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with told as (
    update conversations.seal_break set told_at = now() where told_at is null and since is not null and (tell_at is null or tell_at <= now()) returning id, conversation_id
  ), logged as (
    insert into log.event (verb, subject, subject_id, data)
    select 'ticket.seal_broken', 'ticket', conversation_id, jsonb_build_object('seal', id) from told where conversation_id is not null
  )
  select id from told
$$;

-- How many there were, by month: published to everybody (P4).
create or replace function conversations.seal_breaks() returns table (month date, asked bigint, broken bigint, delayed bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select date_trunc('month', b.asked_at at time zone 'UTC')::date, count(*), count(*) filter (where b.since is not null), count(*) filter (where b.since is not null and b.delay_ground is not null)
  from conversations.seal_break b group by 1 order by 1 desc
$$;

-- The record of reading has an end (P5).
create or replace function conversations.forget_readings(older_than interval) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with gone as (
    delete from conversations.reading r where r.hour < now() - greatest(older_than, interval '90 days')
      and not exists (select from conversations.seal_break b where b.id = r.seal_id and (b.told_at is null or b.told_at > now() - interval '90 days')) returning 1
  ) select count(*) from gone
$$;

revoke execute on all functions in schema conversations from public;
grant execute on function conversations.ask_to_break(text, text, int, text, timestamptz), conversations.may_decide(bigint), conversations.decide_break(text, boolean),
  conversations.end_break(text), conversations.renew_delay(text, text, timestamptz), conversations.seal_breaks() to whom_app;
grant execute on function conversations.tell_of_breaks(), conversations.forget_readings(interval) to whom_jobs;
