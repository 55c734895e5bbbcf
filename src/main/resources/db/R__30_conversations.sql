-- ${schema_hash}
-- Who may read what is said (P0 to P5, P10). Rights are rows of conversations.reader and conversations.participant, written
-- by functions alone; the policies compare them with the keys of the one who asks. Every act that writes is a function too:
-- it answers null or false to whoever may not, in the same way as for what does not exist (P8).
-- Policies ask by a scalar subquery, row by row: of "exists" the planner may make a hash of all that the asker can read, which
-- for somebody with many keys is the whole table, for five messages.

alter table conversations.conversation enable row level security;
alter table conversations.reader enable row level security;
alter table conversations.shut_out enable row level security;
alter table conversations.thread enable row level security;
alter table conversations.participant enable row level security;
alter table conversations.message enable row level security;
alter table conversations.picked enable row level security;
alter table conversations.content enable row level security;
alter table conversations.attachment enable row level security;
alter table conversations.scanning enable row level security;
alter table conversations.let_in enable row level security;
alter table conversations.service_rule enable row level security;
alter table conversations.admission enable row level security;
alter table conversations.answer_link enable row level security;
alter table conversations.seal_break enable row level security;
alter table conversations.reading enable row level security;
alter table conversations.draft enable row level security;

-- The conversations from which I am shut out as a person concerned (P3): found once a transaction, since nearly every statement asks.
-- Null where that was not found, so that nothing is seen then.
create or replace function conversations.my_shut_outs() returns bigint[]
language sql stable parallel safe
return nullif(current_setting('whom.shut_outs', true), '')::bigint[];

-- One sees one's own rights. A key held for less than a day opens what came in since (P2).
drop policy if exists own on conversations.reader;
create policy own on conversations.reader for select to whom_app using (
  key = any ((select access.keys())::bigint[]) and since <= now() and until > now()
  and (since >= (select access.young_since()) or key <> all ((select access.young_keys())::bigint[]))
  and conversation_id <> all ((select conversations.my_shut_outs())::bigint[]));
drop policy if exists own on conversations.shut_out;

drop policy if exists readers on conversations.conversation;
create policy readers on conversations.conversation for select to whom_app using (
  (select true from conversations.reader r where r.conversation_id = conversation.id limit 1));

-- The conversation that a thread belongs to: a participant does not see the thread by any other way.
create or replace function conversations.my_sides() returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct p.thread_id), '{}')
  from conversations.participant p join conversations.thread t on t.id = p.thread_id
  where p.key = any (access.keys()) and p.since <= now() and p.until > now()
    and (p.since >= access.young_since() or p.key <> all (access.young_keys()))
    and not exists (select from conversations.shut_out s where s.conversation_id = t.conversation_id and s.account_id = access.me())
$$;

drop policy if exists own on conversations.participant;
create policy own on conversations.participant for select to whom_app using (
  key = any ((select access.keys())::bigint[]) and thread_id = any ((select conversations.my_sides())::bigint[]));

-- Side conversations: taking part, or being the one served, unless that is withheld for a time (P10).
drop policy if exists readers on conversations.thread;
create policy readers on conversations.thread for select to whom_app using (
  case kind
    when 'main' then (select true from conversations.reader r where r.conversation_id = thread.conversation_id limit 1)
    when 'notes' then (select true from conversations.reader r where r.conversation_id = thread.conversation_id and r.agents limit 1)
    else id = any ((select conversations.my_sides())::bigint[])
      or (withheld_by is null or withheld_until <= now())
         and (select true from conversations.reader r where r.conversation_id = thread.conversation_id and r."right" in ('served', 'stands_in') limit 1)
  end);

drop policy if exists readers on conversations.message;
create policy readers on conversations.message for select to whom_app using (
  case audience
    when 'main' then (select true from conversations.reader r where r.conversation_id = message.conversation_id and r.opens_from <= message.sent_at limit 1)
                  or (select true from conversations.picked p where p.message_id = message.id limit 1)
    when 'notes' then (select true from conversations.reader r where r.conversation_id = message.conversation_id and r.agents limit 1)
    else (select true from conversations.thread t where t.id = message.thread_id limit 1)
  end);
drop policy if exists writers on conversations.message;
drop policy if exists own on conversations.picked;
create policy own on conversations.picked for select to whom_app using (
  (select true from conversations.reader r where r.source_id = picked.let_in_id and r."right" = 'let_in' limit 1));

drop policy if exists readers on conversations.attachment;
create policy readers on conversations.attachment for select to whom_app using (
  (select true from conversations.message m where m.id = message_id limit 1));
drop policy if exists writers on conversations.attachment;
-- '' where nothing is against a file; waiting, infected, failed: it is kept away; unchecked: the scanner said nothing, and administrators let it through.
create or replace function conversations.file_state(the_verdict text, was_kept_at timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case when the_verdict = 'infected' then 'infected' when the_verdict = 'clean' or s.on_since is null or was_kept_at < s.on_since then ''
              when the_verdict = 'new' then 'waiting' when s.unchecked = 'hold' then 'failed' else 'unchecked' end
  from conversations.scanning s
$$;
drop policy if exists readers on conversations.content;
create policy readers on conversations.content for select to whom_app using (
  (select true from conversations.attachment a where a.content_id = content.id limit 1) and conversations.file_state(verdict, kept_at) in ('', 'unchecked'));

drop policy if exists parties on conversations.let_in;
create policy parties on conversations.let_in for select to whom_app using (
  (served_id = (select access.me()) or person_id = (select access.me())) and (select access.reads()));
-- The one served learns of a broken seal at once, or when the law's delay is over; nobody decides or watches their own.
drop policy if exists parties on conversations.seal_break;
create policy parties on conversations.seal_break for select to whom_app using (
  (select access.reads()) and case
    when (select true from conversations.reader r where r.conversation_id = seal_break.conversation_id and r."right" in ('served', 'stands_in') limit 1)
      then since is not null and (tell_at is null or tell_at <= now())
    else asked_by = (select access.me()) or (select access.has_role('seal_keeper')) or (select access.has_role('data_protection')) end);
drop policy if exists served on conversations.reading;
create policy served on conversations.reading for select to whom_app using (
  (select true from conversations.reader r where r.conversation_id = reading.conversation_id and r."right" in ('served', 'stands_in') limit 1)
  and (seal_id is null or (select true from conversations.seal_break b where b.id = seal_id limit 1)));
drop policy if exists own on conversations.draft;
create policy own on conversations.draft to whom_app using (
  account_id = (select access.me()) and (select true from conversations.thread t where t.id = thread_id and t.conversation_id = draft.conversation_id limit 1));
drop policy if exists published on conversations.service_rule;
create policy published on conversations.service_rule for select to whom_app using (true);
drop policy if exists owners on conversations.service_rule;
create policy owners on conversations.service_rule to whom_app using ((select access.has_role('administrator'))) with check ((select access.has_role('administrator')));

-- What whom_app held before rights were narrowed: grants are said anew each time.
revoke all on all tables in schema conversations from whom_app, whom_mail, whom_jobs, whom_measure;
grant select on conversations.conversation, conversations.reader, conversations.thread, conversations.participant, conversations.message,
  conversations.picked, conversations.content, conversations.attachment, conversations.let_in, conversations.draft to whom_app;
-- Not which conversation: whoever asks for a seal to be broken learns nothing of whether the number exists (P8).
grant select (id, key, number, asked_by, asked_at, purpose, hours, approved_by, decided_at, refused, since, until, delay_ground, tell_at, renewed_at, renewed_by, told_at)
  on conversations.seal_break to whom_app;
-- By what right and from which team, not by whom: that is conversations.who_has_read's to say (P5).
grant select (conversation_id, hour, at, what, "right", team_id, seal_id) on conversations.reading to whom_app;
grant insert, update, delete on conversations.draft to whom_app;
grant select, insert, update on conversations.service_rule to whom_app;
grant usage on sequence conversations.conversation_id to whom_app, whom_mail;

-- The rows of reader that open a conversation to me. For the functions below, which act as the owner and see no policies.
create or replace function conversations.my_rights(the_conversation bigint) returns setof conversations.reader
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select r.* from conversations.reader r
  where r.conversation_id = the_conversation and r.key = any (access.keys()) and r.since <= now() and r.until > now()
    and (r.since >= access.young_since() or r.key <> all (access.young_keys()))
    and not exists (select from conversations.shut_out s where s.conversation_id = the_conversation and s.account_id = access.me())
$$;

-- The order in which rights are named, the strongest first.
create or replace function conversations.rank(the_right text) returns int
language sql immutable parallel safe
return array_position(array['served', 'stands_in', 'team', 'desk', 'let_in', 'seal'], the_right);

-- My right to a conversation, or null.
create or replace function conversations.my_right(the_conversation bigint) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select m."right" from conversations.my_rights(the_conversation) m order by conversations.rank(m."right") limit 1 $$;

-- An agent who works on it: by a team or desk-wide, never by a broken seal or by being let in.
create or replace function conversations.is_my_work(the_conversation bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select exists (select from conversations.my_rights(the_conversation) m where m."right" in ('team', 'desk')) $$;

create or replace function conversations.serves_me(the_conversation bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select exists (select from conversations.my_rights(the_conversation) m where m."right" in ('served', 'stands_in')) $$;

-- Opening is on record, for everybody but the one served (P5).
create or replace function conversations.record_reading(the_conversation bigint, thing text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with mine as (
    select m."right", m.key, case when m."right" = 'seal' then m.source_id end as seal_id, conversations.rank(m."right") as rank
    from conversations.my_rights(the_conversation) m
    union all
    select 'side', p.key, null, 9 from conversations.participant p join conversations.thread t on t.id = p.thread_id
    where t.conversation_id = the_conversation and p.thread_id = any (conversations.my_sides()) and p.key = any (access.keys())
  )
  insert into conversations.reading (conversation_id, account_id, hour, what, "right", team_id, seal_id)
  select the_conversation, access.me(), date_trunc('hour', now()), thing, mine."right", case when mine.key < 0 then -mine.key end, mine.seal_id
  from mine
  where not exists (select from mine s where s."right" in ('served', 'stands_in'))
  order by mine.rank limit 1
  on conflict do nothing
$$;

-- Who has read it, for the one served alone; by name where the house so chose (P5). A reading under a seal whose telling the
-- law delays appears afterwards.
create or replace function conversations.who_has_read(the_conversation bigint)
returns table ("right" text, team jsonb, name text, what text[], first_at timestamptz, last_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select r."right", t.name, n.name, array_agg(distinct r.what), min(r.at), max(r.hour)
  from conversations.reading r
  left join people.team t on t.id = r.team_id
  left join conversations.seal_break b on b.id = r.seal_id
  cross join lateral (
    select case when r."right" in ('let_in', 'side') and r.team_id is null
                  or coalesce((select s.value = 'true' from access.setting s where s.name = 'conversations.readers_by_name'), false)
                then (select coalesce(nullif(p.called, ''), p.name) from people.person p where p.id = r.account_id) end as name) n
  where r.conversation_id = the_conversation and conversations.serves_me(the_conversation)
    and (r.seal_id is null or b.tell_at is null or b.tell_at <= now())
  group by r."right", t.name, n.name
  order by max(r.at) desc
$$;

-- Who can read this, by what right, until when. For the one served and the agents; those let in see themselves alone (P3).
-- A seal break whose telling is delayed by law stays out of everybody's list until then. A team that was let in by the code on
-- the phone carries granted_by_served.
create or replace function conversations.who_can_read(the_conversation bigint)
returns table ("right" text, key bigint, name text, team jsonb, since timestamptz, until timestamptz, let_in text, admitted boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select r."right", r.key,
         case when r."right" <> 'seal' or coalesce((select s.value = 'true' from access.setting s where s.name = 'conversations.readers_by_name'), false)
              then coalesce(nullif(p.called, ''), p.name, '') else '' end,
         t.name, r.since, r.until, l.key, r."right" = 'team' and r.granted_by = c.served_id
  from conversations.reader r
  join conversations.conversation c on c.id = r.conversation_id
  left join people.person p on p.id = r.key left join people.team t on t.id = -r.key
  left join conversations.let_in l on r."right" = 'let_in' and l.id = r.source_id
  left join conversations.seal_break b on r."right" = 'seal' and b.id = r.source_id
  where r.conversation_id = the_conversation and r.since <= now() and r.until > now()
    and not exists (select from conversations.shut_out s where s.conversation_id = the_conversation and s.account_id = r.key)
    and (b.tell_at is null or b.tell_at <= now())
    and case when (select conversations.serves_me(the_conversation) or conversations.is_my_work(the_conversation)) then true
             else r.key = access.me() and (select conversations.my_right(the_conversation)) is not null end
  order by conversations.rank(r."right"), r.since, r.id
$$;

-- How many notes there are: the one served sees that notes exist, not what they say (P1).
create or replace function conversations.count_notes(the_conversation bigint) returns int
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select count(*)::int from conversations.message m
  where m.conversation_id = the_conversation and m.audience = 'notes' and (conversations.serves_me(the_conversation) or conversations.is_my_work(the_conversation))
$$;

-- On behalf (P3): whoever raised it for another keeps what they wrote before, unless the one served objects.
create or replace function conversations.raised_by_me(the_number text)
returns table (conversation_id bigint, served_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select c.id, coalesce(nullif(p.called, ''), p.name) from conversations.conversation c join people.person p on p.id = c.served_id
  where c.number = the_number and c.raised_by = access.me() and c.served_id <> access.me() and c.objected_at is null and access.reads()
    and not exists (select from conversations.shut_out s where s.conversation_id = c.id and s.account_id = access.me())
$$;

create or replace function conversations.my_words(the_number text) returns table (public_id uuid, text text, sent_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select m.public_id, m.text, m.sent_at
  from conversations.raised_by_me(the_number) mine
  join conversations.message m on m.conversation_id = mine.conversation_id and m.audience = 'main' and m.author_id = access.me()
  order by m.sent_at, m.id
$$;

create or replace function conversations.object_to_raiser(the_conversation bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if coalesce(conversations.my_right(the_conversation), '') <> 'served' then return false; end if;
  update conversations.conversation set objected_at = now() where id = the_conversation and raised_by <> served_id and objected_at is null;
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'ticket.raiser_objected_to', 'ticket', the_conversation);
  return true;
end $$;

-- Standing in, until the one served has a confirmed address (P3); only for people who are served themselves.
create or replace function conversations.standing_in() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from fresh f where f.raised_by <> f.served_id) then return null; end if;
  insert into conversations.reader (conversation_id, key, "right", agents, granted_by)
  select f.id, f.raised_by, 'stands_in', false, f.raised_by
  from fresh f cross join lateral (select a.kind, a.inside from access.account a where a.id = f.raised_by offset 0) a
  where f.raised_by <> f.served_id and a.kind = 'person' and not a.inside
    and not exists (select from people.address d where d.person_id = f.served_id and d.confirmed_at is not null and d.until > now());
  return null;
end $$;
drop trigger if exists standing_in on conversations.conversation;
create trigger standing_in after insert on conversations.conversation referencing new table as fresh for each statement execute function conversations.standing_in();

create or replace function conversations.standing_in_ends() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update conversations.reader r set until = greatest(r.since, now()) from conversations.conversation c
  where c.served_id = new.person_id and r.conversation_id = c.id and r."right" = 'stands_in' and r.until > now();
  return null;
end $$;
drop trigger if exists standing_in_ends on people.address;
create trigger standing_in_ends after update on people.address for each row
  when (new.confirmed_at is not null and new.until = 'infinity') execute function conversations.standing_in_ends();

-- The same for all that come with one statement, such as those of a whole organisation, of which hardly anybody has been asked for yet.
create or replace function conversations.standing_in_ends_for_many() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update conversations.reader r set until = greatest(r.since, now())
  where r.id in (select k.id from fresh f cross join lateral (select c.id from conversations.conversation c where c.served_id = f.person_id offset 0) c
                 cross join lateral (select x.id from conversations.reader x where x.conversation_id = c.id and x."right" = 'stands_in' and x.until > now() offset 0) k
                 where f.confirmed_at is not null and f.until = 'infinity');
  return null;
end $$;
drop trigger if exists standing_in_ends_for_many on people.address;
create trigger standing_in_ends_for_many after insert on people.address referencing new table as fresh for each statement execute function conversations.standing_in_ends_for_many();

-- A person concerned is shut out, even as agent (P3): by the one served or by an agent who works on it; never the one served.
create or replace function conversations.shut_out(the_conversation bigint, the_person bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not (conversations.is_my_work(the_conversation) or conversations.serves_me(the_conversation)) or the_person = access.me()
     or not exists (select from people.person p where p.id = the_person and (access.inside() or p.realm_id = any (access.realms())))
     or exists (select from conversations.conversation c where c.id = the_conversation and c.served_id = the_person) then
    return false;
  end if;
  insert into conversations.shut_out (conversation_id, account_id, named_by) values (the_conversation, the_person, access.me()) on conflict do nothing;
  if found then
    insert into log.event (account_id, verb, subject, subject_id, data)
    values (access.me(), 'ticket.shut_out', 'ticket', the_conversation, jsonb_build_object('person', the_person));
  end if;
  return true;
end $$;

-- Undone by whoever named them, or by the one served.
create or replace function conversations.readmit(the_conversation bigint, the_person bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from conversations.shut_out
  where conversation_id = the_conversation and account_id = the_person and account_id <> access.me()
    and (conversations.serves_me(the_conversation) or named_by = access.me() and conversations.is_my_work(the_conversation));
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'ticket.readmitted', 'ticket', the_conversation, jsonb_build_object('person', the_person));
  return true;
end $$;

-- Desk-wide (P1): what comes in reads so at once; what was there when it was declared, a day later (P2).
create or replace function conversations.desk_wide_rights() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'UPDATE' then
    update conversations.reader set until = greatest(since, new.until) where source_id = new.id and "right" = 'desk' and until > new.until;
  else
    insert into conversations.reader (conversation_id, key, "right", agents, since, until, source_id)
    select c.id, 0, 'desk', true, greatest(new.since, now() + interval '1 day'), new.until, new.id
    from conversations.conversation c
    where c.closed_at is null and c.service_id in (select s from services.below(new.service_id) s) and greatest(new.since, now() + interval '1 day') < new.until;
  end if;
  return null;
end $$;
drop trigger if exists desk_wide_rights on services.desk_wide;
create trigger desk_wide_rights after insert or update of until on services.desk_wide for each row execute function conversations.desk_wide_rights();

-- Whether a service is read by all agents, and why: said to the person before they write (P1).
create or replace function conversations.desk_wide_reason(the_service bigint) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select d.reason from services.line(the_service) l join services.desk_wide d on d.service_id = l.id
  where d.since <= now() and d.until > now() order by l.distance limit 1
$$;

-- Closing ends what was let in (P3); a ticket opened again starts without. Called by the trigger of tickets.
create or replace function conversations.follow(the_conversation bigint, the_service bigint, closed timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare before conversations.conversation;
begin
  select * into before from conversations.conversation c where c.id = the_conversation for update;
  update conversations.conversation set closed_at = closed, service_id = the_service where id = the_conversation;
  if closed is not null and before.closed_at is null then
    update conversations.reader set until = greatest(since, now())
    where conversation_id = the_conversation and until > now() and ("right" = 'let_in' or "right" = 'team' and granted_by = before.served_id);
    update conversations.let_in set until = greatest(since, now()) where conversation_id = the_conversation and until > now();
  end if;
  if the_service is distinct from before.service_id then
    -- What was let in for a service goes with the service; what is let in for the new one opens from now on.
    update conversations.reader r set until = greatest(r.since, now()) from conversations.let_in l
    where r.conversation_id = the_conversation and r."right" = 'let_in' and r.until > now() and l.id = r.source_id
      and l.service_id is not null and l.service_id not in (select id from services.line(the_service));
    insert into conversations.reader (conversation_id, key, "right", agents, opens_from, until, granted_by, source_id)
    select the_conversation, l.person_id, 'let_in', false, now(), l.until, l.served_id, l.id from conversations.let_in l
    where l.served_id = before.served_id and l.until > now() and closed is null and l.service_id in (select id from services.line(the_service))
      and not exists (select from conversations.reader r where r.conversation_id = the_conversation and r.source_id = l.id and r."right" = 'let_in' and r.until > now());
    update conversations.reader r set until = greatest(r.since, now()) from services.desk_wide d
    where r.conversation_id = the_conversation and r."right" = 'desk' and r.until > now() and d.id = r.source_id
      and d.service_id not in (select id from services.line(the_service));
  end if;
end $$;

-- Functions are for those who need them: everybody's right to call is taken away, then given one by one.
revoke execute on all functions in schema conversations from public;
grant execute on function conversations.my_shut_outs(), conversations.my_sides(), conversations.rank(text), conversations.my_right(bigint),
  conversations.is_my_work(bigint), conversations.serves_me(bigint), conversations.record_reading(bigint, text), conversations.who_has_read(bigint),
  conversations.who_can_read(bigint), conversations.count_notes(bigint), conversations.raised_by_me(text), conversations.my_words(text),
  conversations.object_to_raiser(bigint), conversations.shut_out(bigint, bigint), conversations.readmit(bigint, bigint),
  conversations.desk_wide_reason(bigint) to whom_app;
