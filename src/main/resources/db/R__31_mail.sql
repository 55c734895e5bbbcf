-- ${schema_hash}
-- Mail in and out is the machine's that mails; administrators see figures, reasons and settings through functions, never a
-- letter, nor whose it is (P2).
alter table mail.setting enable row level security;
alter table mail.mailbox enable row level security;
alter table mail.outgoing enable row level security;
alter table mail.incoming enable row level security;

drop policy if exists machine on mail.setting;
create policy machine on mail.setting for select to whom_mail using (true);
drop policy if exists machine on mail.mailbox;
create policy machine on mail.mailbox for select to whom_mail using (true);
drop policy if exists machine on mail.outgoing;
create policy machine on mail.outgoing to whom_mail using (true) with check (true);
drop policy if exists machine on mail.incoming;
create policy machine on mail.incoming to whom_mail using (true) with check (true);

revoke all on all tables in schema mail from whom_app, whom_mail, whom_jobs, whom_measure;
grant select on mail.setting, mail.mailbox to whom_mail;
grant select, insert, update on mail.outgoing, mail.incoming to whom_mail;

-- With which reply addresses are signed; made once, for good.
insert into mail.setting (name, value) values ('reply_secret', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')) on conflict do nothing;

-- Who writes from an address. An address that nobody has confirmed names its person, and proves nothing (P11).
create or replace function mail.sender_at(the_address text) returns table (account_id bigint, name text, language text, confirmed boolean, agent boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.id, coalesce(nullif(p.called, ''), p.name), a.language, d.confirmed_at is not null,
         exists (select from access.reader_key k where k.account_id = a.id and k.key < 0 and k.since <= now() and k.until > now())
  from people.address d join people.person p on p.id = d.person_id and p.erased_at is null join access.account a on a.id = p.id
  where d.address = lower(the_address) and d.until = 'infinity'
$$;

-- Somebody unknown writes: from now on they are a person, of no unit and without a way to sign in but a link in a mail.
create or replace function mail.meet(the_address text, the_name text, the_language text, is_confirmed boolean) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  person bigint;
  the_key text := 'met-' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 12);
begin
  perform pg_advisory_xact_lock(hashtextextended(lower(the_address), 31));
  select d.person_id into person from people.address d where d.address = lower(the_address) and d.until = 'infinity';
  if found then return person; end if;
  insert into access.account (key, language) values (the_key, the_language) returning id into person;
  insert into people.person (id, key, name) values (person, the_key, the_name);
  insert into people.address (person_id, address, confirmed_at) values (person, lower(the_address), case when is_confirmed then now() end);
  insert into log.event (account_id, verb, subject, subject_id) values (null, 'person.met_by_mail', 'person', person);
  return person;
end $$;

-- A mail with the answer address that we sent there came back from it, so it is theirs.
create or replace function mail.confirm_address(the_person bigint, the_address text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update people.address set confirmed_at = now() where person_id = the_person and address = lower(the_address) and until = 'infinity' and confirmed_at is null;
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id) values (the_person, 'person.address_confirmed', 'person', the_person);
  return true;
end $$;

-- Where mails' ids lead: what we sent goes before what came in; the nearest id first.
create or replace function mail.thread_of(the_mail_ids text[]) returns table (thread_id bigint, conversation_id bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select x.thread_id, x.conversation_id from (
    select m.thread_id, m.conversation_id, array_position(the_mail_ids, o.mail_id) as place, 0 as rank
    from mail.outgoing o join conversations.message m on m.id = o.message_id and m.audience <> 'notes' where o.mail_id = any (the_mail_ids)
    union all
    select m.thread_id, m.conversation_id, array_position(the_mail_ids, m.mail_id), 1
    from conversations.message m where m.mail_id = any (the_mail_ids) and m.audience <> 'notes') x
  order by x.place, x.rank limit 5
$$;

create or replace function mail.thread_of_sent(the_outgoing bigint) returns table (thread_id bigint, conversation_id bigint, recipient_id bigint, address text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select m.thread_id, m.conversation_id, o.recipient_id, o.address
  from mail.outgoing o join conversations.message m on m.id = o.message_id and m.audience <> 'notes' where o.id = the_outgoing
$$;

-- For the page of administrators.
create or replace function mail.figures() returns table (waiting bigint, put_aside bigint, last_in timestamptz, queued bigint, held_up bigint, given_up bigint, last_out timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select (select count(*) from mail.incoming where state = 'waiting'), (select count(*) from mail.incoming where state = 'put_aside'),
         (select received_at from mail.incoming order by id desc limit 1),
         (select count(*) from mail.outgoing where state = 'queued'), (select count(*) from mail.outgoing where state = 'queued' and attempts > 0),
         (select count(*) from mail.outgoing where state = 'given_up' and queued_at > now() - interval '30 days'),
         (select sent_at from mail.outgoing where sent_at is not null order by id desc limit 1)
  where access.has_role('administrator')
$$;

create or replace function mail.set_aside() returns table (key text, received_at timestamptz, size bigint, failure text, attempts int)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select i.key, i.received_at, length(i.raw)::bigint, i.failure, i.attempts from mail.incoming i
  where i.state = 'put_aside' and access.has_role('administrator') order by i.id desc limit 200
$$;

create or replace function mail.try_again(the_key text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  update mail.incoming set state = 'waiting', accepted = true, attempts = 0, next_at = now(), failure = '' where key = the_key and state = 'put_aside';
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'house.mail_tried_again', 'house', 0);
  return true;
end $$;

revoke execute on all functions in schema mail from public;
grant execute on function mail.sender_at(text), mail.meet(text, text, text, boolean), mail.confirm_address(bigint, text), mail.thread_of(text[]),
  mail.thread_of_sent(bigint) to whom_mail;
grant execute on function mail.figures(), mail.set_aside(), mail.try_again(text) to whom_app;
