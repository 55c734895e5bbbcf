-- ${schema_hash}
-- From whom mails go out, queue by queue, set by administrators; and who wants none, said by themselves.
alter table mail.sender enable row level security;
alter table mail.stopped enable row level security;
drop policy if exists machine on mail.sender;
create policy machine on mail.sender for select to whom_mail using (true);
drop policy if exists machine on mail.stopped;
create policy machine on mail.stopped for select to whom_mail using (true);
revoke all on mail.sender, mail.stopped from whom_app, whom_mail, whom_jobs, whom_measure;
grant select on mail.sender, mail.stopped to whom_mail;

-- In this language, else in English, else in the other.
create or replace function mail.spoken(the_text jsonb, the_language text) returns text
language sql immutable set search_path = pg_catalog, pg_temp
as $$ select coalesce(nullif(the_text ->> the_language, ''), nullif(the_text ->> 'en', ''), nullif(the_text ->> 'de', ''), '') $$;

-- Address, name and signature for a mail of this conversation, in this language: what the service says, or the nearest above it, else
-- the team that has it, else the desk. A discreet service's mails look like the desk's own (P8).
create or replace function mail.sender_of(the_conversation bigint, the_team bigint, the_language text) returns table (address text, name text, signature text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with line as (
    select l.id, l.distance, s.discreet from conversations.conversation c cross join lateral services.line(c.service_id) l join services.service s on s.id = l.id where c.id = the_conversation
  ), fitting as (
    select f.address, mail.spoken(f.name, the_language) as name, mail.spoken(f.signature, the_language) as signature,
           case when f.service_id is not null then (select line.distance from line where line.id = f.service_id) when f.team_id is not null then 1000 else 1001 end as rank
    from mail.sender f
    where f.service_id is null and f.team_id is null
       or not exists (select from line where discreet) and (f.service_id in (select id from line) or f.team_id = the_team)
  )
  select (array_agg(f.address order by f.rank) filter (where f.address is not null))[1], (array_agg(f.name order by f.rank) filter (where f.name <> ''))[1],
         (array_agg(f.signature order by f.rank) filter (where f.signature <> ''))[1]
  from fitting f
$$;

-- All of them, for administrators; of discreet services only to whom they are known.
create or replace function mail.senders() returns table (service_key text, service jsonb, team_key text, team jsonb, address text, name jsonb, signature jsonb, at timestamptz, by_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.key, s.name, t.key, t.name, f.address, f.name, f.signature, f.changed_at, coalesce(nullif(p.called, ''), p.name, a.key, '')
  from mail.sender f left join services.service s on s.id = f.service_id left join people.team t on t.id = f.team_id
  left join access.account a on a.id = f.changed_by left join people.person p on p.id = a.id
  where access.has_role('administrator') and (f.service_id is null or f.service_id <> all (services.closed_off()) or access.has_role('keeper_of_facts') or f.service_id = any (services.mine()))
  order by f.service_id is null and f.team_id is null desc, s.key, t.key
$$;

-- Sets one; with nothing in it, it is taken away. @return done, refused, not_found (no such service or team), or address (mail to it does not come in here)
create or replace function mail.set_sender(the_service text, the_team text, the_address text, the_name jsonb, the_signature jsonb) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  service bigint;
  team bigint;
begin
  if not access.has_role('administrator') then return 'refused'; end if;
  if the_service is not null then
    select s.id into service from services.service s where s.key = the_service and s.retired_at is null
      and (s.id <> all (services.closed_off()) or access.has_role('keeper_of_facts') or s.id = any (services.mine()));
    if not found then return 'not_found'; end if;
  elsif the_team is not null then
    select t.id into team from people.team t where t.key = the_team and t.closed_at is null;
    if not found then return 'not_found'; end if;
  end if;
  if the_address is not null and (service is null and team is null or not exists (select from mail.mailbox m where m.address = lower(the_address))) then return 'address'; end if;
  if the_address is null and the_name = '{}' and the_signature = '{}' then
    delete from mail.sender f where f.service_id is not distinct from service and f.team_id is not distinct from team;
  else
    insert into mail.sender (service_id, team_id, address, name, signature, changed_by) values (service, team, lower(the_address), the_name, the_signature, access.me())
    on conflict on constraint sender_queue do update set address = excluded.address, name = excluded.name, signature = excluded.signature, changed_at = now(), changed_by = excluded.changed_by;
  end if;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'house.mail_sender_set', 'house', 0, jsonb_strip_nulls(jsonb_build_object('service', service, 'team', team)));
  return 'done';
end $$;

-- Who gets mails of a conversation only because somebody else let them in, or asked them: they may say that they want none. Whoever is
-- served, or works on it, may not: for them the mails are what it is about.
create or replace function mail.may_stop(the_conversation bigint, the_account bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select not exists (select from conversations.conversation c where c.id = the_conversation and c.served_id = the_account)
    and (exists (select from conversations.reader r where r.conversation_id = the_conversation and r.key = the_account and r."right" = 'let_in' and r.since <= now() and r.until > now())
      or exists (select from conversations.thread t join conversations.participant p on p.thread_id = t.id
                 where t.conversation_id = the_conversation and p.key = the_account and p.since <= now() and p.until > now()))
    and not exists (select from conversations.reader r where r.conversation_id = the_conversation and r.key = the_account and r."right" = 'stands_in' and r.since <= now() and r.until > now())
$$;

-- What waits for them is not sent either.
create or replace function mail.stop(the_conversation bigint, the_account bigint, is_stopped boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if is_stopped then
    insert into mail.stopped (conversation_id, account_id) values (the_conversation, the_account) on conflict do nothing;
  else
    delete from mail.stopped where conversation_id = the_conversation and account_id = the_account;
  end if;
  if not found then return; end if;
  update mail.outgoing set state = 'unwanted' where conversation_id = the_conversation and recipient_id = the_account and kind = 'answer' and state = 'queued' and is_stopped;
  insert into log.event (account_id, verb, subject, subject_id) values (the_account, case when is_stopped then 'ticket.mails_stopped' else 'ticket.mails_wanted' end, 'ticket', the_conversation);
end $$;

-- By the signed link of a mail, without an account: how it stands with whom the mail went to, and what they say now; null leaves it.
create or replace function mail.stop_by_link(the_outgoing bigint, is_stopped boolean) returns table (number text, stopped boolean)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  sent record;
begin
  select o.conversation_id, o.recipient_id, c.number into sent from mail.outgoing o join conversations.conversation c on c.id = o.conversation_id
  where o.id = the_outgoing and o.kind = 'answer' and o.recipient_id <> c.served_id;
  if not found then return; end if;
  if is_stopped is not null then perform mail.stop(sent.conversation_id, sent.recipient_id, is_stopped); end if;
  return query select sent.number::text, exists (select from mail.stopped s where s.conversation_id = sent.conversation_id and s.account_id = sent.recipient_id);
end $$;

-- On the page of a conversation, or of what one is asked aside: comes, stopped, or nothing where it is not theirs to choose, or no mail goes out.
create or replace function mail.my_wish(the_conversation bigint, the_side uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case when exists (select from mail.stopped s where s.conversation_id = c.id and s.account_id = access.me()) then 'stopped' else 'comes' end
  from conversations.conversation c
  where c.id = coalesce(the_conversation, (select t.conversation_id from conversations.thread t where t.public_id = the_side and t.kind = 'side'))
    and mail.sends() and access.me() is not null and mail.may_stop(c.id, access.me())
$$;

create or replace function mail.wish(the_conversation bigint, the_side uuid, is_stopped boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  about bigint := coalesce(the_conversation, (select t.conversation_id from conversations.thread t where t.public_id = the_side and t.kind = 'side'));
begin
  if access.me() is null or about is null or not mail.may_stop(about, access.me()) then return false; end if;
  perform mail.stop(about, access.me(), is_stopped);
  return true;
end $$;

revoke execute on all functions in schema mail from public;
grant execute on function mail.sender_of(bigint, bigint, text), mail.stop_by_link(bigint, boolean) to whom_mail;
grant execute on function mail.senders(), mail.set_sender(text, text, text, jsonb, jsonb), mail.my_wish(bigint, uuid), mail.wish(bigint, uuid, boolean) to whom_app;
