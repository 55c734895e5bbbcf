-- ${schema_hash}
-- Who may read what is said (P0 to P5, P10). Rights are rows of conversations.reader, written by the functions below and by
-- nobody else; the policies compare them with the keys of the one who asks.

alter table conversations.conversation enable row level security;
alter table conversations.reader enable row level security;
alter table conversations.shut_out enable row level security;
alter table conversations.thread enable row level security;
alter table conversations.participant enable row level security;
alter table conversations.message enable row level security;
alter table conversations.picked enable row level security;
alter table conversations.content enable row level security;
alter table conversations.attachment enable row level security;
alter table conversations.let_in enable row level security;
alter table conversations.seal_break enable row level security;
alter table conversations.reading enable row level security;
alter table conversations.draft enable row level security;

-- One sees one's own rights; a person who is shut out has none (P3).
drop policy if exists own on conversations.reader;
create policy own on conversations.reader for select to whom_app using (
  key = any ((select access.keys())::bigint[]) and since <= now() and until > now()
  and not exists (select from conversations.shut_out s where s.conversation_id = reader.conversation_id and s.account_id = (select access.me())));
drop policy if exists own on conversations.shut_out;
create policy own on conversations.shut_out for select to whom_app using (account_id = (select access.me()));

drop policy if exists readers on conversations.conversation;
create policy readers on conversations.conversation for select to whom_app using (
  exists (select from conversations.reader r where r.conversation_id = id and r.key = any ((select access.keys())::bigint[])));

drop policy if exists own on conversations.participant;
create policy own on conversations.participant for select to whom_app using (
  key = any ((select access.keys())::bigint[]) and since <= now() and until > now());

-- Side conversations: taking part, or being the one served, unless that is withheld for a time (P10).
drop policy if exists readers on conversations.thread;
create policy readers on conversations.thread for select to whom_app using (
  case kind
    when 'main' then exists (select from conversations.reader r where r.conversation_id = thread.conversation_id and r.key = any ((select access.keys())::bigint[]))
    when 'notes' then exists (select from conversations.reader r where r.conversation_id = thread.conversation_id and r.key = any ((select access.keys())::bigint[]) and r.agents)
    else exists (select from conversations.participant p where p.thread_id = thread.id and p.key = any ((select access.keys())::bigint[]))
      or (withheld_reason is null or withheld_until <= now())
         and exists (select from conversations.conversation c where c.id = thread.conversation_id and c.served_id = (select access.me()))
  end);

drop policy if exists readers on conversations.message;
create policy readers on conversations.message for select to whom_app using (
  case audience
    when 'main' then exists (select from conversations.reader r where r.conversation_id = message.conversation_id
                             and r.key = any ((select access.keys())::bigint[]) and r.opens_from <= message.sent_at)
                  or exists (select from conversations.picked p where p.message_id = message.id)
    when 'notes' then exists (select from conversations.reader r where r.conversation_id = message.conversation_id
                             and r.key = any ((select access.keys())::bigint[]) and r.agents)
    else exists (select from conversations.thread t where t.id = message.thread_id)
  end);
drop policy if exists own on conversations.picked;
create policy own on conversations.picked for select to whom_app using (key = any ((select access.keys())::bigint[])
  and exists (select from conversations.reader r where r.conversation_id = picked.conversation_id and r.key = picked.key));

-- Writing: as oneself, where one may read; a broken seal only reads (P4).
drop policy if exists writers on conversations.message;
create policy writers on conversations.message for insert to whom_app with check (
  author_id = (select access.me())
  and exists (select from conversations.thread t where t.id = thread_id and t.conversation_id = message.conversation_id and t.kind = audience)
  and case audience when 'side' then true
      else exists (select from conversations.reader r where r.conversation_id = message.conversation_id
                   and r.key = any ((select access.keys())::bigint[]) and r."right" <> 'seal') end);

drop policy if exists readers on conversations.attachment;
create policy readers on conversations.attachment for select to whom_app using (
  exists (select from conversations.message m where m.id = message_id));
drop policy if exists writers on conversations.attachment;
create policy writers on conversations.attachment for insert to whom_app with check (
  exists (select from conversations.message m where m.id = message_id and m.author_id = (select access.me()) and m.conversation_id = attachment.conversation_id));
drop policy if exists readers on conversations.content;
create policy readers on conversations.content for select to whom_app using (
  exists (select from conversations.attachment a where a.hash = content.hash));

drop policy if exists parties on conversations.let_in;
create policy parties on conversations.let_in for select to whom_app using (served_id = (select access.me()) or person_id = (select access.me()));
drop policy if exists parties on conversations.seal_break;
create policy parties on conversations.seal_break for select to whom_app using (
  asked_by = (select access.me()) or (select access.has_role('seal_keeper')) or (select access.has_role('data_protection'))
  or (tell_at is null or tell_at <= now()) and exists (select from conversations.conversation c where c.id = conversation_id and c.served_id = (select access.me())));
drop policy if exists served on conversations.reading;
create policy served on conversations.reading for select to whom_app using (
  exists (select from conversations.conversation c where c.id = conversation_id and c.served_id = (select access.me())));
drop policy if exists own on conversations.draft;
create policy own on conversations.draft to whom_app using (account_id = (select access.me()))
  with check (account_id = (select access.me()) and exists (select from conversations.reader r where r.conversation_id = draft.conversation_id and r.key = any ((select access.keys())::bigint[])));

grant select on all tables in schema conversations to whom_app;
grant insert on conversations.message, conversations.attachment to whom_app;
grant select, insert, update, delete on conversations.draft to whom_app;
grant usage on all sequences in schema conversations to whom_app, whom_mail;

-- My right to a conversation, or null: the first in the order of the list. For functions that act as the owner.
create or replace function conversations.my_right(the_conversation bigint) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select r."right" from conversations.reader r
  where r.conversation_id = the_conversation and r.key = any (access.keys()) and r.since <= now() and r.until > now()
    and not exists (select from conversations.shut_out s where s.conversation_id = the_conversation and s.account_id = access.me())
  order by array_position(array['served', 'team', 'desk', 'let_in', 'seal'], r."right") limit 1
$$;

-- A file's bytes, kept once. Bytes come in only with the right to write the attachment that names them.
create or replace function conversations.keep_content(content_hash bytea, content_bytes bytea) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into conversations.content (hash, size, bytes)
  select content_hash, length(content_bytes), content_bytes where access.me() is not null and content_hash = sha256(content_bytes)
  on conflict do nothing
$$;

-- P3: the served person lets somebody in, for a conversation or a service; it ends with the ticket or after 90 days.
create or replace function conversations.let_in(the_person bigint, the_conversation bigint, the_service bigint, ends timestamptz, earlier bigint[]) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  me bigint := access.me();
  made bigint;
begin
  if the_conversation is not null and not exists (select from conversations.conversation c where c.id = the_conversation and c.served_id = me) then
    return null;
  end if;
  if me is null or the_person = me or not exists (select from people.person p where p.id = the_person and p.realm_id = any (access.realms())) then
    return null;
  end if;
  insert into conversations.let_in (served_id, person_id, conversation_id, service_id, until, opens_from)
  values (me, the_person, the_conversation, the_service, least(ends, now() + interval '90 days'), now()) returning id into made;
  insert into conversations.reader (conversation_id, key, "right", agents, opens_from, until, granted_by, source_id)
  select c.id, the_person, 'let_in', false, now(), least(ends, now() + interval '90 days'), me, made
  from conversations.conversation c
  where c.served_id = me and c.closed_at is null and (c.id = the_conversation or the_service is not null and c.service_id in (select s from services.below(the_service) s));
  insert into conversations.picked (message_id, conversation_id, key)
  select m.id, m.conversation_id, the_person from conversations.message m where m.conversation_id = the_conversation and m.audience = 'main' and m.id = any (earlier) on conflict do nothing;
  return made;
end $$;

create or replace function conversations.take_back(the_let_in bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update conversations.let_in set taken_back_at = now(), until = greatest(since, now()) where id = the_let_in and served_id = access.me() and until > now();
  if not found then return false; end if;
  update conversations.reader set until = greatest(since, now()) where source_id = the_let_in and "right" = 'let_in' and until > now();
  return true;
end $$;

-- P4: one asks, another approves. Asking needs no reading, only a name for the conversation.
create or replace function conversations.ask_to_break(the_conversation bigint, reason text, hours_wanted int, ground text, told timestamptz) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into conversations.seal_break (conversation_id, asked_by, purpose, hours, delay_ground, tell_at)
  select the_conversation, access.me(), reason, hours_wanted, ground, case when ground is not null then least(told, now() + interval '90 days') end
  where access.me() is not null and access.inside() and length(trim(reason)) > 0 and exists (select from conversations.conversation where id = the_conversation)
  returning id
$$;

-- The approver is a seal keeper, not the asker, and of none of the asker's teams.
create or replace function conversations.decide_break(the_seal bigint, yes boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare b conversations.seal_break;
begin
  select * into b from conversations.seal_break where id = the_seal and decided_at is null for update;
  if not found or not access.has_role('seal_keeper') or b.asked_by = access.me()
     or exists (select from access.reader_key mine join access.reader_key theirs using (key)
                where mine.account_id = access.me() and theirs.account_id = b.asked_by and key < 0 and mine.until > now() and theirs.until > now()) then
    return false;
  end if;
  update conversations.seal_break set approved_by = access.me(), decided_at = now(), refused = not yes,
    since = case when yes then now() end, until = case when yes then now() + make_interval(hours => b.hours) end where id = the_seal;
  if yes then
    insert into conversations.reader (conversation_id, key, "right", agents, until, granted_by, source_id)
    values (b.conversation_id, b.asked_by, 'seal', true, now() + make_interval(hours => b.hours), access.me(), the_seal);
  end if;
  return true;
end $$;

-- Opening is on record, for everybody but the one served (P5).
create or replace function conversations.record_reading(the_conversation bigint, thing text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into conversations.reading (conversation_id, account_id, hour, what, "right", team_id)
  select the_conversation, access.me(), date_trunc('hour', now()), thing, r."right", case when r.key < 0 then -r.key end
  from conversations.reader r
  where r.conversation_id = the_conversation and r.key = any (access.keys()) and r.since <= now() and r.until > now() and r."right" <> 'served'
    and not exists (select from conversations.reader s where s.conversation_id = the_conversation and s.key = access.me() and s."right" = 'served')
  order by array_position(array['team', 'desk', 'let_in', 'seal'], r."right") limit 1
  on conflict do nothing
$$;

-- Who can read this, by what right, until when. For the one served and the agents; those let in see themselves alone (P3).
-- A seal break whose telling is delayed by law stays out of the served person's list until then.
create or replace function conversations.who_can_read(the_conversation bigint)
returns table ("right" text, person_id bigint, team_id bigint, name text, since timestamptz, until timestamptz, source_id bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select r."right", case when r.key > 0 then r.key end, case when r.key < 0 then -r.key end,
         coalesce(p.name, t.name ->> 'en', ''), r.since, r.until, r.source_id
  from conversations.reader r
  left join people.person p on p.id = r.key left join people.team t on t.id = -r.key
  left join conversations.seal_break b on r."right" = 'seal' and b.id = r.source_id
  where r.conversation_id = the_conversation and r.since <= now() and r.until > now()
    and case conversations.my_right(the_conversation)
          when 'served' then b.id is null or b.tell_at is null or b.tell_at <= now()
          when 'team' then true when 'desk' then true
          else r.key = access.me() end
  order by array_position(array['served', 'team', 'desk', 'let_in', 'seal'], r."right"), r.since, r.id
$$;
