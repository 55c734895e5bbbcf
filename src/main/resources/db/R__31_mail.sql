-- ${schema_hash}
-- Mail in and out is the machine's that mails; administrators see figures, reasons and settings through functions, never a
-- letter, nor whose it is (P2).
alter table mail.setting enable row level security;
alter table mail.mailbox enable row level security;
alter table mail.outgoing enable row level security;
alter table mail.incoming enable row level security;
alter table mail.wording enable row level security;

drop policy if exists machine on mail.setting;
create policy machine on mail.setting for select to whom_mail using (true);
drop policy if exists machine on mail.mailbox;
create policy machine on mail.mailbox for select to whom_mail using (true);
drop policy if exists machine_goes_on on mail.mailbox;
create policy machine_goes_on on mail.mailbox for update to whom_mail using (true);
drop policy if exists machine on mail.wording;
create policy machine on mail.wording for select to whom_mail using (true);
drop policy if exists machine on mail.outgoing;
create policy machine on mail.outgoing to whom_mail using (true) with check (true);
drop policy if exists machine on mail.incoming;
create policy machine on mail.incoming to whom_mail using (true) with check (true);

revoke all on all tables in schema mail from whom_app, whom_mail, whom_jobs, whom_measure;
grant select on mail.setting, mail.mailbox, mail.wording to whom_mail;
grant update (validity, last_uid, next_at, last_at, failure) on mail.mailbox to whom_mail;
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

-- Whether mail goes out: where it is set up, and never from a demonstration (P13).
create or replace function mail.sends() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select exists (select from mail.setting where name = 'host' and value <> '') and exists (select from mail.setting where name = 'address' and value <> '') and exists (select from mail.setting where name = 'site' and value <> '')
    and not exists (select from database.purpose where name = 'DEMONSTRATION')
$$;

-- Under which id a mail goes out: nobody can guess it, so that to know it is to have read the mail.
create or replace function mail.new_id() returns text
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  select 'w.' || replace(gen_random_uuid()::text, '-', '') || '@' || coalesce((select split_part(value, '@', 2) from mail.setting where name = 'address' and value <> ''), 'localhost')
$$;

-- What was said goes to whom it is for (P8, S6): the desk's words to the one served and those let in, what those let in say to the
-- one served, what is said aside to those who take part. In the transaction that says it, so that it goes once or not at all.
drop trigger if exists mail_said on conversations.message;
create or replace function mail.said() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  said conversations.message;
  by_desk boolean;
  is_first boolean;
begin
  if not mail.sends() then return null; end if;
  -- What is brought in from elsewhere was said before; a machine's words go nowhere.
  for said in select f.* from fresh f where f.audience <> 'notes' and not f.automatic and f.verified and f.sent_at = now() order by f.id loop
    by_desk := coalesce(said."right" in ('team', 'desk'), false);
    is_first := said.audience = 'main' and not exists (select from conversations.message m where m.conversation_id = said.conversation_id and m.audience = 'main' and m.id <> said.id);
    if is_first then
      -- Whoever asks on a page sees there that it came; whoever is asked for, or called, gets a mail.
      if said."right" = 'raiser' or by_desk then
        perform mail.receive(said.id);
      end if;
    elsif said.audience = 'side' or by_desk or coalesce(said."right", '') in ('let_in', 'raiser') then
      insert into mail.outgoing (message_id, conversation_id, recipient_id, address, mail_id, kind, automatic, state)
      select said.id, said.conversation_id, a.account_id, a.address, mail.new_id(), 'answer', false,
             case when exists (select from mail.stopped s where s.conversation_id = said.conversation_id and s.account_id = a.account_id) then 'unwanted' else 'queued' end
      from conversations.addressees(said.id) a
      where said.audience = 'side' or by_desk or a."right" in ('served', 'stands_in');
    end if;
  end loop;
  return null;
end $$;
drop trigger if exists mail_said on conversations.message;
create trigger mail_said after insert on conversations.message referencing new table as fresh for each statement execute function mail.said();

-- That a request came: to the one served, at the address it came from or the one that is confirmed.
create or replace function mail.receive(the_message bigint, the_address text default null) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not mail.sends() then return false; end if;
  insert into mail.outgoing (message_id, conversation_id, recipient_id, address, mail_id, kind, automatic)
  select m.id, c.id, c.served_id, d.address, mail.new_id(), 'received', true
  from conversations.message m join conversations.conversation c on c.id = m.conversation_id
  join people.address d on d.person_id = c.served_id and d.until = 'infinity'
  where m.id = the_message and (d.confirmed_at is not null
    -- Nobody has confirmed any address of theirs: this mail asks them to.
    or d.address = lower(the_address) and not exists (select from people.address x where x.person_id = c.served_id and x.until = 'infinity' and x.confirmed_at is not null))
  order by coalesce(d.address = lower(the_address), false) desc, d.confirmed_at desc limit 1;
  return found;
end $$;

-- To whoever has the ticket: something new was said to them.
create or replace function mail.tell_agent(the_message bigint, the_agent bigint) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into mail.outgoing (message_id, conversation_id, recipient_id, address, mail_id, kind, automatic)
  select m.id, m.conversation_id, d.person_id, d.address, mail.new_id(), 'notice', true
  from conversations.message m join people.address d on d.person_id = the_agent and d.until = 'infinity' and d.confirmed_at is not null
  where m.id = the_message and m.sent_at = now() and not m.automatic and m.author_id is distinct from the_agent and mail.sends() and conversations.may_be_heard(the_agent, m.thread_id)
  order by d.confirmed_at desc limit 1
$$;

-- To those who are told that targets come near or were missed: what comes within a minute goes in one mail, so that a backlog is no
-- flood. Each is in one mail, once: it is queued in the transaction that found out.
create or replace function mail.tell_due(the_people bigint[], the_ticket bigint, the_clock text, the_due timestamptz) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  told int := 0;
  person record;
  item jsonb := jsonb_build_object('ticket', the_ticket, 'clock', the_clock, 'due', the_due);
begin
  if not mail.sends() then return 0; end if;
  for person in select distinct on (d.person_id) d.person_id, d.address from people.address d
      where d.person_id = any (the_people) and d.until = 'infinity' and d.confirmed_at is not null order by d.person_id, d.confirmed_at desc loop
    update mail.outgoing set data = jsonb_build_object('due', data -> 'due' || item)
    where id = (select o.id from mail.outgoing o where o.recipient_id = person.person_id and o.kind = 'due' and o.state = 'queued' and o.attempts = 0 order by o.id desc limit 1 for update skip locked);
    if not found then
      insert into mail.outgoing (recipient_id, address, mail_id, kind, automatic, data, next_at)
      values (person.person_id, person.address, mail.new_id(), 'due', true, jsonb_build_object('due', jsonb_build_array(item)), now() + interval '1 minute');
    end if;
    told := told + 1;
  end loop;
  return told;
end $$;

-- What such a mail has to say to its receiver, as far as they may still work on it: envelopes, never words. Of discreet services not even
-- what is due (P8).
create or replace function mail.due(the_outgoing bigint) returns table (number text, clock text, due_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select c.number, case when exists (select from services.line(c.service_id) l join services.service s on s.id = l.id where s.discreet) then '' else i.clock end, i.due
  from mail.outgoing o cross join lateral jsonb_to_recordset(o.data -> 'due') as i (ticket bigint, clock text, due timestamptz) join conversations.conversation c on c.id = i.ticket
  where o.id = the_outgoing
    and exists (select from conversations.reader r join access.reader_key k on k.key = r.key or r.key = 0 and k.key < 0
                where r.conversation_id = c.id and r."right" in ('team', 'desk') and r.since <= now() and r.until > now() and k.account_id = o.recipient_id and k.since <= now() and k.until > now())
    and not exists (select from conversations.shut_out s where s.conversation_id = c.id and s.account_id = o.recipient_id)
  order by i.due, c.number
$$;

-- A loop was cut: written down, and said to administrators once a day at most; not between whom (P2).
create or replace function mail.loop_cut() returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('mail.loop_cut', 31));
  insert into mail.outgoing (recipient_id, address, mail_id, kind, automatic)
  select distinct on (d.person_id) d.person_id, d.address, mail.new_id(), 'loop', true
  from access.role_grant g join access.account a on a.id = g.account_id and a.closed_at is null
  join people.address d on d.person_id = a.id and d.until = 'infinity' and d.confirmed_at is not null
  where g.role = 'administrator' and g.since <= now() and g.until > now() and mail.sends()
    and not exists (select from log.event e where e.verb = 'house.mail_loop_cut' and e.subject = 'house' and e.subject_id = 0 and e.at > now() - interval '1 day')
  order by d.person_id, d.confirmed_at desc;
  insert into log.event (account_id, verb, subject, subject_id) values (null, 'house.mail_loop_cut', 'house', 0);
end $$;

-- A seal was broken (P4): the data protection officer hears at once, the one served when it is told to them, which is at once unless the
-- law delays it. The number alone goes by mail: who, why and until when stands where one signs in. A number that names nothing is told
-- to officers alike.
create or replace function mail.seal_broken() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not mail.sends() then return null; end if;
  if old.since is null and new.since is not null then
    insert into mail.outgoing (recipient_id, address, mail_id, kind, automatic, data)
    select distinct on (d.person_id) d.person_id, d.address, mail.new_id(), 'seal_officer', true, jsonb_build_object('number', new.number)
    from access.role_grant g join access.account a on a.id = g.account_id and a.closed_at is null
    join people.address d on d.person_id = a.id and d.until = 'infinity' and d.confirmed_at is not null
    where g.role = 'data_protection' and g.since <= now() and g.until > now()
      -- Whose conversation it is hears of it as such, and not sooner.
      and not exists (select from conversations.conversation c where c.id = new.conversation_id and c.served_id = a.id)
    order by d.person_id, d.confirmed_at desc;
  end if;
  if old.told_at is null and new.told_at is not null then
    insert into mail.outgoing (recipient_id, address, mail_id, kind, automatic, data)
    select d.person_id, d.address, mail.new_id(), 'seal', true, jsonb_build_object('number', new.number)
    from conversations.conversation c join people.address d on d.person_id = c.served_id and d.until = 'infinity' and d.confirmed_at is not null
    where c.id = new.conversation_id order by d.confirmed_at desc limit 1;
  end if;
  return null;
end $$;
drop trigger if exists mail_seal_broken on conversations.seal_break;
create trigger mail_seal_broken after update on conversations.seal_break for each row execute function mail.seal_broken();

-- A link to sign in; the secret is gone from here once it is sent.
create or replace function mail.sign_in(the_account bigint, the_address text, the_secret text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into mail.outgoing (recipient_id, address, mail_id, kind, automatic, secret)
  select the_account, the_address, mail.new_id(), 'sign_in', true, the_secret where mail.sends()
$$;

-- An address is somebody's who answered from it, or followed the link that was sent there; the only one they have. What the desk
-- has said to them meanwhile goes out now.
create or replace function mail.confirm_address(the_person bigint, the_address text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update people.address d set confirmed_at = now() where person_id = the_person and address = lower(the_address) and until = 'infinity' and confirmed_at is null
    and not exists (select from people.address x where x.person_id = the_person and x.until = 'infinity' and x.confirmed_at is not null);
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id) values (the_person, 'person.address_confirmed', 'person', the_person);
  insert into mail.outgoing (message_id, conversation_id, recipient_id, address, mail_id, kind, automatic)
  select m.id, m.conversation_id, the_person, lower(the_address), mail.new_id(), 'answer', false
  from conversations.conversation c join conversations.message m on m.conversation_id = c.id and m.audience = 'main' and m."right" in ('team', 'desk') and m.verified and not m.automatic
  where c.served_id = the_person and mail.sends() and not exists (select from mail.outgoing o where o.message_id = m.id and o.recipient_id = the_person)
  order by m.id limit 100;
  return true;
end $$;

create or replace function mail.use_confirmation(the_link bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  used record;
begin
  select * into used from access.use_link(the_link, 'confirm_address');
  if not found then return false; end if;
  perform mail.confirm_address(used.account_id, used.address);
  return true;
end $$;

-- What a mail that waits has to say, as far as its receiver may still read it.
create or replace function mail.contents(the_outgoing bigint)
returns table (number text, thread_id bigint, audience text, side_subject text, sender text, words text, sent_at timestamptz, by_desk boolean,
               "right" text, is_discreet boolean, is_confirmed boolean, may_read boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select c.number, m.thread_id, m.audience, t.subject, m.sender, coalesce(nullif(m.trimmed, ''), m.text), m.sent_at, coalesce(m."right" in ('team', 'desk'), false),
         case when o.recipient_id = c.served_id then 'served' else coalesce(conversations.right_of(o.recipient_id, m.thread_id), '') end,
         exists (select from services.line(c.service_id) l join services.service s on s.id = l.id where s.discreet),
         exists (select from people.address d where d.person_id = o.recipient_id and d.address = o.address and d.until = 'infinity' and d.confirmed_at is not null),
         conversations.may_be_heard(o.recipient_id, m.thread_id)
           and (o.recipient_id = c.served_id or m.audience <> 'main' or exists (select from conversations.reader r where r.conversation_id = c.id and r.since <= now() and r.until > now() and r.opens_from <= m.sent_at
             and (r.key = o.recipient_id or exists (select from access.reader_key k where k.account_id = o.recipient_id and k.until > now() and (k.key = r.key or r.key = 0 and k.key < 0)))))
  from mail.outgoing o join conversations.message m on m.id = o.message_id join conversations.thread t on t.id = m.thread_id
  join conversations.conversation c on c.id = m.conversation_id
  where o.id = the_outgoing
$$;

-- To whom a mail goes, for its words: language, audience, and a name.
create or replace function mail.receiver(the_account bigint) returns table (language text, inside boolean, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select a.language, a.inside, coalesce(nullif(p.called, ''), p.name, a.key) from access.account a left join people.person p on p.id = a.id where a.id = the_account $$;

-- The mails of this thread that this receiver knows, oldest first: their own that we took in, and ours to them.
create or replace function mail.known_ids(the_outgoing bigint) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select x.mail_id from mail.outgoing o join conversations.message m on m.id = o.message_id
  cross join lateral (
    select p.mail_id, p.sent_at as at from conversations.message p where p.thread_id = m.thread_id and p.author_id = o.recipient_id and p.mail_id is not null and p.id <= m.id
    union all
    select s.mail_id, s.sent_at from mail.outgoing s join conversations.message n on n.id = s.message_id
    where n.thread_id = m.thread_id and s.recipient_id = o.recipient_id and s.sent_at is not null and s.id < o.id) x
  where o.id = the_outgoing order by x.at desc limit 20
$$;

-- The files of a message, while they are small enough to go with a mail; what a scanner has not let through stays here.
create or replace function mail.files(the_outgoing bigint, at_most bigint) returns table (name text, type text, bytes bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.name, a.type, b.bytes from mail.outgoing o join conversations.attachment a on a.message_id = o.message_id join conversations.content b on b.id = a.content_id
  where o.id = the_outgoing and conversations.file_state(b.verdict, b.kept_at) in ('', 'unchecked') and (select coalesce(sum(s.size), 0) from conversations.attachment s where s.message_id = o.message_id) <= at_most order by a.id
$$;

-- How the mails of a conversation stand, the latest of each message to each reader, for those who work on it; nobody else sees who
-- reads besides them (P3). Where the desk's last words can go nowhere, since the one served has no confirmed address, that is said.
drop function if exists mail.deliveries(bigint);
create or replace function mail.deliveries(the_conversation bigint) returns table (message_id bigint, name text, state text, failure text, at timestamptz, attempts int, next_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select x.message_id, coalesce(nullif(p.called, ''), p.name), x.state, x.failure, x.at, x.attempts, x.next_at from (
    select * from (
      select distinct on (o.message_id, o.recipient_id) o.id, o.message_id, o.recipient_id, o.state, o.failure, coalesce(o.sent_at, o.queued_at) as at, o.attempts, o.next_at
      from mail.outgoing o where o.conversation_id = the_conversation and o.kind in ('answer', 'received') order by o.message_id, o.recipient_id, o.id desc) latest
    union all
    select * from (
      select 0::bigint, m.id, c.served_id, 'nowhere', '', m.sent_at, 0, m.sent_at
      from conversations.conversation c join conversations.message m on m.conversation_id = c.id and m.audience = 'main' and m."right" in ('team', 'desk') and m.channel <> 'system' and not m.automatic
      where c.id = the_conversation and mail.sends() and m.author_id is distinct from c.served_id
        and not exists (select from people.address d where d.person_id = c.served_id and d.until = 'infinity' and d.confirmed_at is not null)
      order by m.id desc limit 1) unreached
    where not exists (select from mail.outgoing o where o.message_id = unreached.id and o.recipient_id = unreached.served_id)) x
  join people.person p on p.id = x.recipient_id
  where conversations.is_my_work(the_conversation) order by x.id
$$;

-- What did not arrive goes once more, to whoever may still read it, at the address that is confirmed now. @return how many; null to whoever does not work on it
create or replace function mail.send_again(the_message uuid) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  about record;
  again int;
begin
  select m.id, m.conversation_id into about from conversations.message m where m.public_id = the_message;
  if not found or not conversations.is_my_work(about.conversation_id) then return null; end if;
  insert into mail.outgoing (message_id, conversation_id, recipient_id, address, mail_id, kind, automatic)
  select about.id, about.conversation_id, a.account_id, a.address, mail.new_id(), 'answer', false
  from conversations.addressees(about.id) a
  where mail.sends() and (select o.state from mail.outgoing o where o.message_id = about.id and o.recipient_id = a.account_id and o.kind = 'answer' order by o.id desc limit 1) in ('bounced', 'given_up');
  get diagnostics again = row_count;
  if again > 0 then
    insert into log.event (account_id, verb, subject, subject_id, data)
    values (access.me(), 'ticket.mail_sent_again', 'ticket', about.conversation_id, jsonb_build_object('message', about.id));
  end if;
  return again;
end $$;

-- The addresses at which mail comes in, for administrators; passwords go in and never come out.
drop function if exists mail.mailboxes();
create or replace function mail.mailboxes() returns table (address text, service_key text, service jsonb, protocol text, host text, port int, security text, user_name text, auth text, kept boolean,
  folder text, last_at timestamptz, failure text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select m.address, s.key, s.name, m.protocol, m.host, m.port, m.security, m.user_name, m.auth, m.password <> '', m.folder, m.last_at, m.failure
  from mail.mailbox m left join services.service s on s.id = m.service_id
    and (s.id <> all (services.closed_off()) or access.has_role('keeper_of_facts') or s.id = any (services.mine()))
  where access.has_role('administrator') order by m.address
$$;

-- Adding or changing one; an empty password keeps the one there is, unless it goes to another server.
drop function if exists mail.set_mailbox(text, text, text, text, int, text, text, text, text);
create or replace function mail.set_mailbox(the_address text, the_service text, the_protocol text, the_host text, the_port int, the_security text, the_auth text, the_user text, the_password text, the_folder text)
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  insert into mail.mailbox as m (address, service_id, protocol, host, port, security, auth, user_name, password, folder)
  values (lower(the_address), (select id from services.service where key = the_service and retired_at is null), the_protocol, the_host, the_port, the_security, the_auth, the_user, the_password, the_folder)
  on conflict (address) do update set service_id = excluded.service_id, protocol = excluded.protocol, host = excluded.host, port = excluded.port, security = excluded.security, auth = excluded.auth,
    user_name = excluded.user_name, folder = excluded.folder, next_at = now(), failure = '',
    password = case when excluded.password = '' and m.host = excluded.host and m.user_name = excluded.user_name and m.auth = excluded.auth then m.password else excluded.password end,
    validity = case when m.host = excluded.host and m.user_name = excluded.user_name and m.folder = excluded.folder then m.validity end;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'house.mailbox_set', 'house', 0);
  return true;
end $$;

-- @return done, refused, not_found, or in_use while mails of a queue go out from it
drop function if exists mail.remove_mailbox(text);
create or replace function mail.remove_mailbox(the_address text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return 'refused'; end if;
  if exists (select from mail.sender where address = lower(the_address)) then return 'in_use'; end if;
  delete from mail.mailbox where address = lower(the_address);
  if not found then return 'not_found'; end if;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'house.mailbox_removed', 'house', 0);
  return 'done';
end $$;

-- What administrators set. Secrets go in and never come out.
create or replace function mail.settings() returns table (name text, value text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.name, case when s.name in ('password', 'oauth_secret') then case when s.value = '' then '' else 'kept' end else s.value end
  from mail.setting s where s.name <> 'reply_secret' and access.has_role('administrator')
  union all select 'demonstration', 'yes' from database.purpose p where p.name = 'DEMONSTRATION' and access.has_role('administrator')
$$;

create or replace function mail.set(the_names text[], the_values text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') or 'reply_secret' = any (the_names) then return false; end if;
  insert into mail.setting as s (name, value) select n, v from unnest(the_names, the_values) as given (n, v)
  on conflict (name) do update set value = excluded.value, changed_at = now() where s.value <> excluded.value;
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'house.mail_changed', 'house', 0, jsonb_build_object('settings', the_names));
  return true;
end $$;

-- What administrators wrote for mails instead of the delivered texts: what holds now, and what one said before.
create or replace function mail.wordings() returns table (occasion text, language text, audience text, edition int, subject text, text text, foot text, at timestamptz, by_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select distinct on (w.occasion, w.language, w.audience) w.occasion, w.language, w.audience, w.edition, w.subject, w.text, w.foot, w.since, coalesce(nullif(p.called, ''), p.name, a.key, '')
  from mail.wording w left join access.account a on a.id = w.changed_by left join people.person p on p.id = a.id
  where access.has_role('administrator') order by w.occasion, w.language, w.audience, w.edition desc
$$;

create or replace function mail.wording_history(the_occasion text, the_language text, the_audience text) returns table (edition int, subject text, text text, foot text, at timestamptz, by_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select w.edition, w.subject, w.text, w.foot, w.since, coalesce(nullif(p.called, ''), p.name, a.key, '')
  from mail.wording w left join access.account a on a.id = w.changed_by left join people.person p on p.id = a.id
  where w.occasion = the_occasion and w.language = the_language and w.audience = the_audience and access.has_role('administrator') order by w.edition desc limit 50
$$;

-- One change follows the one that was seen; without a text, the delivered one holds again.
create or replace function mail.set_wording(the_occasion text, the_language text, the_audience text, the_edition int, the_subject text, the_text text, the_foot text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return 'refused'; end if;
  insert into mail.wording (occasion, language, audience, edition, subject, text, foot, changed_by)
  select the_occasion, the_language, the_audience, the_edition + 1, the_subject, the_text, the_foot, access.me()
  where the_edition = (select coalesce(max(w.edition), 0) from mail.wording w where w.occasion = the_occasion and w.language = the_language and w.audience = the_audience)
  on conflict do nothing;
  if not found then return 'changed'; end if;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'house.mail_text_changed', 'house', 0, jsonb_build_object('occasion', the_occasion, 'language', the_language, 'audience', the_audience, 'edition', the_edition + 1));
  return 'done';
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
drop function if exists mail.figures();
create or replace function mail.figures() returns table (waiting bigint, put_aside bigint, last_in timestamptz, queued bigint, held_up bigint, given_up bigint, last_out timestamptz, loops bigint, sends boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select (select count(*) from mail.incoming where state = 'waiting'), (select count(*) from mail.incoming where state = 'put_aside'),
         (select received_at from mail.incoming order by id desc limit 1),
         (select count(*) from mail.outgoing where state = 'queued'), (select count(*) from mail.outgoing where state = 'queued' and attempts > 0),
         (select count(*) from mail.outgoing where state = 'given_up' and queued_at > now() - interval '30 days'),
         (select sent_at from mail.outgoing where sent_at is not null order by id desc limit 1),
         (select count(*) from log.event where subject = 'house' and subject_id = 0 and verb = 'house.mail_loop_cut' and at > now() - interval '30 days'), mail.sends()
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

-- Where tokens are given out, each refresh token may be followed by another.
create or replace function mail.renew(the_token text, the_next text) returns int
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with boxes as (update mail.mailbox set password = the_next where auth = 'xoauth2' and password = the_token returning 1),
  ours as (update mail.setting set value = the_next, changed_at = now() where name = 'password' and value = the_token and exists (select from mail.setting a where a.name = 'auth' and a.value = 'xoauth2') returning 1)
  select (select count(*) from boxes)::int + (select count(*) from ours)::int where the_token <> '' and the_next <> ''
$$;

revoke execute on all functions in schema mail from public;
grant execute on function mail.sender_at(text), mail.meet(text, text, text, boolean), mail.confirm_address(bigint, text), mail.thread_of(text[]),
  mail.thread_of_sent(bigint), mail.receive(bigint, text), mail.contents(bigint), mail.receiver(bigint), mail.known_ids(bigint), mail.files(bigint, bigint),
  mail.new_id(), mail.sends(), mail.due(bigint), mail.loop_cut(), mail.renew(text, text) to whom_mail;
grant execute on function mail.tell_due(bigint[], bigint, text, timestamptz) to whom_jobs;
grant execute on function mail.figures(), mail.set_aside(), mail.try_again(text), mail.sends(), mail.sign_in(bigint, text, text),
  mail.use_confirmation(bytea), mail.deliveries(bigint), mail.settings(), mail.set(text[], text[]), mail.mailboxes(),
  mail.set_mailbox(text, text, text, text, int, text, text, text, text, text), mail.remove_mailbox(text),
  mail.send_again(uuid), mail.wordings(), mail.wording_history(text, text, text), mail.set_wording(text, text, text, int, text, text, text) to whom_app;
