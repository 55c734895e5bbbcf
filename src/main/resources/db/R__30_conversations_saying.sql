-- ${schema_hash}
-- Saying, noting, attaching. Each answers null to whoever may not.

-- Where I may write: in the conversation as one served, let in or working on it; in notes as an agent who works on it; in a
-- side conversation as one who takes part. A broken seal only reads (P4).
create or replace function conversations.may_write(the_thread bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select from conversations.thread t where t.id = the_thread and case t.kind
      when 'main' then exists (select from conversations.my_rights(t.conversation_id) m where m."right" <> 'seal')
      when 'notes' then conversations.is_my_work(t.conversation_id)
      else t.id = any (conversations.my_sides()) end)
$$;

create or replace function conversations.say(the_thread bigint, the_text text, the_language text, the_channel text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  said bigint;
  place conversations.thread;
begin
  if access.me() is null or not conversations.may_write(the_thread) then return null; end if;
  select * into place from conversations.thread t where t.id = the_thread;
  insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, "right", channel, text, language)
  select place.conversation_id, place.id, place.kind, access.me(), coalesce(nullif(p.called, ''), p.name, a.key),
         case when place.kind <> 'side' or conversations.is_my_work(place.conversation_id) then conversations.my_right(place.conversation_id) else 'side' end,
         case when the_channel in ('web', 'phone', 'api', 'system') then the_channel else 'web' end, the_text, the_language
  from access.account a left join people.person p on p.id = a.id where a.id = access.me()
  returning id into said;
  delete from conversations.draft where account_id = access.me() and thread_id = the_thread;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), case place.kind when 'main' then 'ticket.said' when 'notes' then 'ticket.noted' else 'ticket.said_aside' end,
          'ticket', place.conversation_id, jsonb_build_object('message', said, 'thread', the_thread));
  return said;
end $$;

-- A file comes with its message, in the same transaction, by the message's author: nobody adds to what was read already.
-- The bytes' hash is made here, so that knowing a hash opens nothing.
drop function if exists conversations.attach(bigint, text, text, bytea);
create or replace function conversations.attach(the_message bigint, the_name text, the_type text, the_bytes bytea, the_pixels bigint default 0) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  kept bigint;
  made uuid;
  about bigint;
begin
  select m.conversation_id into about from conversations.message m
  where m.id = the_message and m.author_id = access.me() and m.sent_at = now() and m.channel in ('web', 'phone', 'api');
  if not found then return null; end if;
  insert into conversations.content (hash, size, bytes) values (sha256(the_bytes), length(the_bytes), the_bytes) returning id into kept;
  insert into conversations.attachment (conversation_id, message_id, name, type, size, content_id, pixels)
  values (about, the_message, the_name, the_type, length(the_bytes), kept, the_pixels) returning public_id into made;
  return made;
end $$;

-- One row of equal files; a job's work, so that nobody's upload takes shorter because somebody else had the file (P8).
create or replace function conversations.keep_once(at_most int) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare merged int;
begin
  with spare as (
    select c.id, (select min(k.id) from conversations.content k where k.hash = c.hash and k.size = c.size) as kept
    from conversations.content c
    where exists (select from conversations.content k where k.hash = c.hash and k.size = c.size and k.id < c.id)
    limit at_most
  ), warned as (
    -- what was found in one of equal files is in all of them
    update conversations.content k set verdict = 'infected', found = c.found from spare join conversations.content c on c.id = spare.id
    where k.id = spare.kept and c.verdict = 'infected' and k.verdict <> 'infected' returning k.id
  ), pointed as (
    update conversations.attachment a set content_id = spare.kept from spare where a.content_id = spare.id returning a.id
  )
  select count(*) into merged from spare, (select count(*) from pointed) p;
  delete from conversations.content c
  where not exists (select from conversations.attachment a where a.content_id = c.id)
    and exists (select from conversations.content k where k.hash = c.hash and k.size = c.size and k.id < c.id);
  return merged;
end $$;

-- By what right an account says something in a thread, as far as it goes; for words that come by mail or link.
create or replace function conversations.right_of(the_account bigint, the_thread bigint) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case when t.kind = 'side' then 'side' else (
    select r."right" from conversations.reader r
    where r.conversation_id = t.conversation_id and r."right" <> 'seal' and r.since <= now() and r.until > now()
      and (r.key = the_account or exists (select from access.reader_key k where k.account_id = the_account and k.since <= now() and k.until > now() and (k.key = r.key or r.key = 0 and k.key < 0)))
    order by conversations.rank(r."right") limit 1) end
  from conversations.thread t where t.id = the_thread
$$;

-- Mails' words join conversations, each its own. The mail module decides where and how sure it is of the senders (P8). Which of them were heard, by their place.
drop function if exists conversations.hear(bigint, bigint, text, boolean, text, text, text, text, text, boolean);
create or replace function conversations.hear(the_threads bigint[], the_authors bigint[], the_senders text[], are_verified boolean[], the_texts text[], the_trimmed text[],
  the_html text[], the_languages text[], the_mail_ids text[], are_automatic boolean[], the_pictures int[]) returns table (place int, message_id bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  return query with given as materialized (
    select g.n::int as n, nextval('conversations.message_id_seq') as id, t.id as thread_id, t.conversation_id, t.kind, g.author, g.sender, g.verified, g.text, g.trimmed, g.html, g.language, g.mail_id,
      g.automatic, g.pictures
    from unnest(the_threads, the_authors, the_senders, are_verified, the_texts, the_trimmed, the_html, the_languages, the_mail_ids, are_automatic, the_pictures)
      with ordinality as g (thread, author, sender, verified, text, trimmed, html, language, mail_id, automatic, pictures, n)
    cross join lateral (select t.id, t.conversation_id, t.kind from conversations.thread t where t.id = g.thread and t.kind <> 'notes' offset 0) t
    order by g.n
  ), said as (
    insert into conversations.message (id, conversation_id, thread_id, audience, author_id, sender, "right", channel, verified, automatic, text, trimmed, html, pictures, language, mail_id)
    select g.id, g.conversation_id, g.thread_id, g.kind, g.author, g.sender, case when g.verified then conversations.right_of(g.author, g.thread_id) end, 'mail', g.verified, g.automatic, g.text, g.trimmed,
      g.html, g.pictures, g.language, g.mail_id from given g
  ), told as (
    insert into log.event (account_id, verb, subject, subject_id, data)
    select g.author, case g.kind when 'main' then 'ticket.said' else 'ticket.said_aside' end, 'ticket', g.conversation_id,
      jsonb_build_object('message', g.id, 'thread', g.thread_id, 'channel', 'mail', 'verified', g.verified) from given g
  )
  select g.n, g.id from given g;
end $$;

create or replace function conversations.hear(the_thread bigint, the_author bigint, the_sender text, is_verified boolean, the_text text, the_trimmed text,
  the_html text, the_language text, the_mail_id text, is_automatic boolean, the_pictures int default 0) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  select max(h.message_id) from conversations.hear(array[the_thread], array[the_author], array[the_sender], array[is_verified], array[the_text], array[the_trimmed], array[the_html], array[the_language],
    array[the_mail_id], array[is_automatic], array[the_pictures]) h
$$;

-- A note that comes by mail, such as what an agent writes above a mail that they pass on.
create or replace function conversations.hear_note(the_conversation bigint, the_author bigint, the_text text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  heard bigint;
  place conversations.thread;
begin
  select * into place from conversations.thread t where t.conversation_id = the_conversation and t.kind = 'notes';
  if not found or coalesce(conversations.right_of(the_author, place.id), '') not in ('team', 'desk') then return null; end if;
  insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, "right", channel, text)
  select the_conversation, place.id, 'notes', the_author, coalesce(nullif(p.called, ''), p.name), conversations.right_of(the_author, place.id), 'mail', the_text
  from people.person p where p.id = the_author returning id into heard;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (the_author, 'ticket.noted', 'ticket', the_conversation, jsonb_build_object('message', heard, 'thread', place.id, 'channel', 'mail'));
  return heard;
end $$;

drop function if exists conversations.attach_heard(bigint, text, text, bytea, text);
create or replace function conversations.attach_heard(the_message bigint, the_name text, the_type text, the_bytes bytea, the_cid text, the_pixels bigint default 0) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  kept bigint;
  made uuid;
begin
  if not exists (select from conversations.message m where m.id = the_message and m.sent_at = now() and m.channel in ('mail', 'link')) then return null; end if;
  insert into conversations.content (hash, size, bytes) values (sha256(the_bytes), length(the_bytes), the_bytes) returning id into kept;
  insert into conversations.attachment (conversation_id, message_id, name, type, size, content_id, cid, pixels)
  select m.conversation_id, m.id, the_name, the_type, length(the_bytes), kept, the_cid, the_pixels from conversations.message m where m.id = the_message
  returning public_id into made;
  return made;
end $$;

-- Where a mail's ids lead: the thread of a message that we sent or took in. For the mail module.
create or replace function conversations.thread_of_mail(the_mail_ids text[])
returns table (thread_id bigint, conversation_id bigint, number text, kind text, served_id bigint, closed_at timestamptz, mail_id text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select m.thread_id, m.conversation_id, c.number, m.audience, c.served_id, c.closed_at, m.mail_id
  from conversations.message m join conversations.conversation c on c.id = m.conversation_id
  where m.mail_id = any (the_mail_ids) and m.audience <> 'notes'
  order by array_position(the_mail_ids, m.mail_id), m.id
$$;

create or replace function conversations.thread_of_number(the_number text)
returns table (thread_id bigint, conversation_id bigint, served_id bigint, closed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select t.id, c.id, c.served_id, c.closed_at
  from conversations.conversation c join conversations.thread t on t.conversation_id = c.id and t.kind = 'main' where c.number = the_number
$$;

-- Whether an account could write in a thread by a right of its own: a mail from somebody else stays unverified in effect (P8).
create or replace function conversations.may_be_heard(the_account bigint, the_thread bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select from conversations.thread t
    where t.id = the_thread and not exists (select from conversations.shut_out s where s.conversation_id = t.conversation_id and s.account_id = the_account)
      and case t.kind
        when 'main' then exists (select from conversations.reader r where r.conversation_id = t.conversation_id and r."right" <> 'seal' and r.since <= now() and r.until > now()
          and (r.key = the_account or exists (select from access.reader_key k where k.account_id = the_account and k.since <= now() and k.until > now() and (k.key = r.key or r.key = 0 and k.key < 0))))
        when 'side' then exists (select from conversations.participant p where p.thread_id = t.id and p.since <= now() and p.until > now()
          and p.key in (select the_account union all select k.key from access.reader_key k where k.account_id = the_account and k.since <= now() and k.until > now()))
        else false end)
$$;

-- To whom a message of the conversation goes by mail: the one served (or who stands in), those let in, those taking part aside;
-- only to confirmed addresses, and never to its author (P8). Discreet: the mail says no more than that there is news.
create or replace function conversations.addressees(the_message bigint)
returns table (account_id bigint, address text, language text, "right" text, discreet boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with m as (select * from conversations.message where id = the_message),
  who as (
    select r.key as account_id, r."right" from conversations.reader r, m
    where m.audience = 'main' and r.conversation_id = m.conversation_id and r.key > 0 and r."right" in ('served', 'stands_in', 'let_in')
      and r.since <= now() and r.until > now() and r.opens_from <= m.sent_at
    union
    select p.key, 'side' from conversations.participant p, m where m.audience = 'side' and p.thread_id = m.thread_id and p.key > 0 and p.since <= now() and p.until > now()
      and not exists (select from access.reader_key k where k.account_id = p.key and k.key < 0 and k.until > now())
  )
  select distinct on (who.account_id) who.account_id, d.address, a.language, who."right",
         coalesce((select bool_or(s.discreet) from m join conversations.conversation c on c.id = m.conversation_id
                   cross join lateral services.line(c.service_id) l join services.service s on s.id = l.id), false)
  from who join access.account a on a.id = who.account_id and a.closed_at is null
  join people.address d on d.person_id = who.account_id and d.confirmed_at is not null and d.until > now()
  where who.account_id is distinct from (select author_id from m)
    and not exists (select from conversations.shut_out s, m where s.conversation_id = m.conversation_id and s.account_id = who.account_id)
  order by who.account_id, d.confirmed_at desc
$$;

-- The words of one message, for the mail that carries it. For the mail module.
create or replace function conversations.words_to_send(the_message bigint)
returns table (conversation_id bigint, number text, thread_id bigint, audience text, author_id bigint, sender text, text text, mail_id text, sent_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select m.conversation_id, c.number, m.thread_id, m.audience, m.author_id, m.sender, coalesce(nullif(m.trimmed, ''), m.text), m.mail_id, m.sent_at
  from conversations.message m join conversations.conversation c on c.id = m.conversation_id where m.id = the_message and m.audience <> 'notes'
$$;

-- Under which Message-ID a message went out; said once.
create or replace function conversations.sent_as(the_message bigint, the_mail_id text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update conversations.message set mail_id = the_mail_id where id = the_message and mail_id is null and audience <> 'notes';
  return found;
end $$;

-- A link for a mail: shows what that mail said and takes an answer (P8).
create or replace function conversations.make_answer_link(the_hash bytea, the_message bigint, the_account bigint, lasts interval) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into conversations.answer_link (hash, message_id, account_id, expires_at)
  select the_hash, m.id, the_account, now() + least(lasts, interval '90 days') from conversations.message m where m.id = the_message and m.audience <> 'notes'
$$;

-- A link opens as long as its person could read the message otherwise. Whoever holds it is not signed in: it is asked by nobody.
create or replace function conversations.open_answer_link(the_hash bytea)
returns table (number text, thread_id bigint, message_id bigint, account_id bigint, sender text, text text, sent_at timestamptz, language text, closed boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select c.number, m.thread_id, m.id, l.account_id, m.sender, coalesce(nullif(m.trimmed, ''), m.text), m.sent_at, a.language, c.closed_at is not null
  from conversations.answer_link l
  join conversations.message m on m.id = l.message_id join conversations.conversation c on c.id = m.conversation_id
  join access.account a on a.id = l.account_id and a.closed_at is null
  where l.hash = the_hash and l.expires_at > now() and conversations.may_be_heard(l.account_id, m.thread_id)
$$;

create or replace function conversations.answer_by_link(the_hash bytea, the_text text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  link record;
  said bigint;
begin
  select * into link from conversations.open_answer_link(the_hash);
  if not found then return null; end if;
  insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, "right", channel, text, language)
  select t.conversation_id, t.id, t.kind, link.account_id, coalesce(nullif(p.called, ''), p.name, ''), conversations.right_of(link.account_id, t.id), 'link', the_text, link.language
  from conversations.thread t, people.person p where t.id = link.thread_id and p.id = link.account_id returning id into said;
  insert into log.event (account_id, verb, subject, subject_id, data)
  select link.account_id, case t.kind when 'main' then 'ticket.said' else 'ticket.said_aside' end, 'ticket', t.conversation_id,
         jsonb_build_object('message', said, 'thread', t.id, 'channel', 'link')
  from conversations.thread t where t.id = link.thread_id;
  return said;
end $$;

-- Whether the same form was sent by this link just before. Who comes at the same time waits for the first.
create or replace function conversations.answered_already(the_hash bytea, the_form bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update conversations.answer_link set last_form = the_form where hash = the_hash and expires_at > now() and last_form is distinct from the_form;
  return not found and exists (select from conversations.open_answer_link(the_hash));
end $$;

drop function if exists conversations.attach_by_link(bytea, bigint, text, text, bytea);
create or replace function conversations.attach_by_link(the_hash bytea, the_message bigint, the_name text, the_type text, the_bytes bytea, the_pixels bigint default 0) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from conversations.open_answer_link(the_hash) l join conversations.message m on m.thread_id = l.thread_id
                 where m.id = the_message and m.author_id = l.account_id and m.channel = 'link') then
    return null;
  end if;
  return conversations.attach_heard(the_message, the_name, the_type, the_bytes, null, the_pixels);
end $$;

create or replace function conversations.record_link_reading(the_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into conversations.reading (conversation_id, account_id, hour, what, "right")
  select m.conversation_id, l.account_id, date_trunc('hour', now()), 'link', 'let_in'
  from conversations.open_answer_link(the_hash) l join conversations.message m on m.id = l.message_id
  join conversations.conversation c on c.id = m.conversation_id
  where c.served_id <> l.account_id
  on conflict do nothing
$$;

revoke execute on all functions in schema conversations from public;
grant execute on function conversations.may_write(bigint), conversations.say(bigint, text, text, text), conversations.attach(bigint, text, text, bytea, bigint),
  conversations.open_answer_link(bytea), conversations.answer_by_link(bytea, text), conversations.answered_already(bytea, bytea),
  conversations.attach_by_link(bytea, bigint, text, text, bytea, bigint), conversations.record_link_reading(bytea) to whom_app;
grant execute on function conversations.hear(bigint, bigint, text, boolean, text, text, text, text, text, boolean, int),
  conversations.hear(bigint[], bigint[], text[], boolean[], text[], text[], text[], text[], text[], boolean[], int[]), conversations.attach_heard(bigint, text, text, bytea, text, bigint), conversations.hear_note(bigint, bigint, text),
  conversations.thread_of_mail(text[]), conversations.thread_of_number(text), conversations.may_be_heard(bigint, bigint), conversations.addressees(bigint),
  conversations.words_to_send(bigint), conversations.sent_as(bigint, text), conversations.make_answer_link(bytea, bigint, bigint, interval) to whom_mail;
grant execute on function conversations.keep_once(int) to whom_jobs;
