-- ${schema_hash}
-- Letting in and taking back (P3), side conversations (P10), the code on the phone (P1).

-- Whether somebody heads a unit of this person's today, or one above.
create or replace function conversations.is_superior(the_superior bigint, the_person bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive up as (
    select m.unit_id from people.membership m
    where m.person_id = the_person and m.superseded_at is null and m.valid_from <= current_date and (m.valid_to is null or m.valid_to > current_date)
    union
    select p.parent_id from people.placement p join up on up.unit_id = p.unit_id
    where p.parent_id is not null and p.superseded_at is null and p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)
  )
  select exists (select from people.office o join up on up.unit_id = o.unit_id
                 where o.person_id = the_superior and o.kind = 'head' and o.superseded_at is null
                   and o.valid_from <= current_date and (o.valid_to is null or o.valid_to > current_date))
$$;

-- Whom one may let in: a person of one's own organisation with an open account; for some services, no superior.
create or replace function conversations.may_let_in(the_person bigint, the_service bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select the_person <> access.me() and access.reads()
    and exists (select from people.person p join access.account a on a.id = p.id join access.account mine on mine.id = access.me()
                where p.id = the_person and a.closed_at is null and a.kind = 'person' and p.erased_at is null and p.realm_id <> 0 and p.realm_id = any (mine.realms))
    and not (exists (select from services.line(the_service) l join conversations.service_rule r on r.service_id = l.id where r.forbids_superiors)
             and conversations.is_superior(the_person, access.me()))
$$;

-- The colleague with this very address, or null; nothing can be tried out: whoever is found could be found by name as well.
create or replace function conversations.colleague_at(the_address text) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select d.person_id from people.address d join people.person p on p.id = d.person_id
  where d.address = lower(trim(the_address)) and d.until > now() and d.confirmed_at is not null and p.realm_id = any (access.realms())
$$;

-- For a conversation or for a service, until a date; opens what comes from then on, and earlier messages that were picked.
-- Letting in again changes the end and adds picks.
create or replace function conversations.let_in(the_person bigint, the_conversation bigint, the_service bigint, ends timestamptz, earlier bigint[]) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  me bigint := access.me();
  about bigint;
  last timestamptz := least(ends, now() + interval '90 days');
  given conversations.let_in;
begin
  if me is null or num_nonnulls(the_conversation, the_service) <> 1 or last <= now() then return null; end if;
  if the_conversation is not null then
    if coalesce(conversations.my_right(the_conversation), '') <> 'served' then return null; end if;
    select c.service_id into about from conversations.conversation c where c.id = the_conversation and c.closed_at is null;
    if not found or exists (select from conversations.shut_out s where s.conversation_id = the_conversation and s.account_id = the_person) then return null; end if;
  else
    about := the_service;
    if not exists (select from services.service s where s.id = the_service) then return null; end if;
  end if;
  if not conversations.may_let_in(the_person, about) then return null; end if;

  update conversations.let_in set until = last
  where served_id = me and person_id = the_person and until > now()
    and conversation_id is not distinct from the_conversation and service_id is not distinct from the_service returning * into given;
  if not found then
    insert into conversations.let_in (served_id, person_id, conversation_id, service_id, until, opens_from)
    values (me, the_person, the_conversation, the_service, last, now()) returning * into given;
    insert into conversations.reader (conversation_id, key, "right", agents, opens_from, until, granted_by, source_id)
    select c.id, the_person, 'let_in', false, now(), last, me, given.id
    from conversations.conversation c
    where c.served_id = me and c.closed_at is null and (c.id = the_conversation or c.service_id in (select s from services.below(the_service) s));
  else
    update conversations.reader set until = last where source_id = given.id and "right" = 'let_in' and until > now();
  end if;
  insert into conversations.picked (message_id, let_in_id)
  select m.id, given.id from conversations.message m
  where m.conversation_id = the_conversation and m.audience = 'main' and m.id = any (earlier) on conflict do nothing;
  insert into log.event (account_id, verb, subject, subject_id, data)
  select me, 'ticket.let_in', 'ticket', r.conversation_id, jsonb_build_object('person', the_person, 'until', last)
  from conversations.reader r where r.source_id = given.id and r."right" = 'let_in' and r.until > now();
  return given.key;
end $$;

create or replace function conversations.take_back(the_let_in text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare given conversations.let_in;
begin
  if not access.reads() then return false; end if;
  update conversations.let_in set taken_back_at = now(), until = greatest(since, now()) where key = the_let_in and served_id = access.me() and until > now() returning * into given;
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id, data)
  select access.me(), 'ticket.taken_back', 'ticket', r.conversation_id, jsonb_build_object('person', given.person_id)
  from conversations.reader r where r.source_id = given.id and r."right" = 'let_in' and r.until > now();
  update conversations.reader set until = greatest(since, now()) where source_id = given.id and "right" = 'let_in' and until > now();
  return true;
end $$;

-- "Only the served person's copying lets someone in, to that message and its answers" (P8): a mail that is surely theirs.
create or replace function conversations.let_in_copied(the_message bigint, the_person bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  m conversations.message;
  c conversations.conversation;
  given bigint;
begin
  select * into m from conversations.message x where x.id = the_message and x.audience = 'main' and x.verified and x.channel = 'mail';
  select * into c from conversations.conversation x where x.id = m.conversation_id and x.served_id = m.author_id and x.closed_at is null;
  if c.id is null or the_person = c.served_id
     or not exists (select from people.person p join access.account served on served.id = c.served_id
                    where p.id = the_person and p.realm_id <> 0 and p.realm_id = any (served.realms))
     or exists (select from conversations.shut_out s where s.conversation_id = c.id and s.account_id = the_person)
     or exists (select from services.line(c.service_id) l join conversations.service_rule r on r.service_id = l.id where r.forbids_superiors)
        and conversations.is_superior(the_person, c.served_id)
     or exists (select from conversations.reader r where r.conversation_id = c.id and r.key = the_person and r."right" = 'let_in' and r.until > now()) then
    return false;
  end if;
  insert into conversations.let_in (served_id, person_id, conversation_id, until, opens_from)
  values (c.served_id, the_person, c.id, now() + interval '90 days', now()) returning id into given;
  insert into conversations.reader (conversation_id, key, "right", agents, opens_from, until, granted_by, source_id)
  values (c.id, the_person, 'let_in', false, now(), now() + interval '90 days', c.served_id, given);
  insert into conversations.picked (message_id, let_in_id) values (the_message, given);
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (c.served_id, 'ticket.let_in', 'ticket', c.id, jsonb_build_object('person', the_person, 'until', now() + interval '90 days', 'message', the_message));
  return true;
end $$;

-- A side conversation begins empty, with its own subject; whoever opens it takes part (P10). Keys are persons or minus teams.
create or replace function conversations.open_side(the_conversation bigint, the_subject text, the_reason text, keys bigint[]) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare made bigint;
begin
  if not conversations.is_my_work(the_conversation) or coalesce(trim(the_subject), '') = '' or coalesce(trim(the_reason), '') = '' or cardinality(keys) = 0
     or exists (select from unnest(keys) k where not conversations.may_take_part(the_conversation, k)) then
    return null;
  end if;
  insert into conversations.thread (conversation_id, kind, subject, why, opened_by) values (the_conversation, 'side', the_subject, the_reason, access.me()) returning id into made;
  insert into conversations.participant (thread_id, key, named_by) select distinct made, k, access.me() from unnest(keys || access.me()) k;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'ticket.aside_opened', 'ticket', the_conversation, jsonb_build_object('thread', made, 'with', to_jsonb(keys)));
  return made;
end $$;

create or replace function conversations.may_take_part(the_conversation bigint, the_key bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case when the_key < 0 then exists (select from people.team t where t.id = -the_key and t.closed_at is null)
    else exists (select from people.person p join access.account a on a.id = p.id where p.id = the_key and a.closed_at is null)
      and not exists (select from conversations.shut_out s where s.conversation_id = the_conversation and s.account_id = the_key) end
$$;

create or replace function conversations.name_participant(the_thread bigint, the_key bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare about bigint;
begin
  select t.conversation_id into about from conversations.thread t where t.id = the_thread and t.kind = 'side' and t.id = any (conversations.my_sides());
  if not found or not conversations.is_my_work(about) or not conversations.may_take_part(about, the_key) then return false; end if;
  if not exists (select from conversations.participant p where p.thread_id = the_thread and p.key = the_key and p.until > now()) then
    insert into conversations.participant (thread_id, key, named_by) values (the_thread, the_key, access.me());
    insert into log.event (account_id, verb, subject, subject_id, data)
    values (access.me(), 'ticket.aside_widened', 'ticket', about, jsonb_build_object('thread', the_thread, 'key', the_key));
  end if;
  return true;
end $$;

-- By an agent who takes part, or by oneself.
create or replace function conversations.end_participation(the_thread bigint, the_key bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare about bigint;
begin
  select t.conversation_id into about from conversations.thread t where t.id = the_thread and t.kind = 'side' and t.id = any (conversations.my_sides());
  if not found or not (conversations.is_my_work(about) or the_key = access.me()) then return false; end if;
  update conversations.participant set until = greatest(since, now()) where thread_id = the_thread and key = the_key and until > now();
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'ticket.aside_left', 'ticket', about, jsonb_build_object('thread', the_thread, 'key', the_key));
  return true;
end $$;

-- The side conversations of one ticket. The one served and the agents who work on it see that each exists, with whom and why;
-- whoever takes part sees their own; the subject goes with reading.
create or replace function conversations.sides(the_conversation bigint)
returns table (id bigint, public_id uuid, subject text, why text, opened_at timestamptz, participants text[], takes_part boolean, readable boolean,
  withheld_reason text, withheld_until timestamptz, withheld boolean, asked_by_me boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with me as materialized (
    select conversations.serves_me(the_conversation) as served, conversations.is_my_work(the_conversation) as works, conversations.my_sides() as sides
  ), t as (
    select t.*, t.id = any (me.sides) as takes_part, t.withheld_by is not null and t.withheld_until > now() as is_withheld, me.served, me.works
    from conversations.thread t, me
    where t.conversation_id = the_conversation and t.kind = 'side' and (me.served or me.works or t.id = any (me.sides))
  )
  select t.id, t.public_id, case when t.takes_part or t.served and not t.is_withheld then t.subject else '' end, t.why, t.opened_at,
         array(select coalesce(nullif(p.called, ''), p.name, team.name ->> 'en', '')
               from conversations.participant x left join people.person p on p.id = x.key left join people.team on team.id = -x.key
               where x.thread_id = t.id and x.until > now() order by x.since, x.id),
         t.takes_part, t.takes_part or t.served and not t.is_withheld,
         case when t.works or t.is_withheld then t.withheld_reason end,
         case when t.works or t.is_withheld then t.withheld_until end, t.is_withheld, coalesce(t.withheld_asked_by = access.me(), false) and t.works
  from t order by t.opened_at, t.id
$$;

-- Withholding one from the one served: an agent who takes part asks with a reason and an end, another agent on the ticket decides.
create or replace function conversations.ask_to_withhold(the_thread bigint, the_reason text, ends timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare about bigint;
begin
  select t.conversation_id into about from conversations.thread t where t.id = the_thread and t.kind = 'side' and t.id = any (conversations.my_sides())
    and (t.withheld_by is null or t.withheld_until <= now());
  if not found or not conversations.is_my_work(about) or conversations.serves_me(about) or coalesce(trim(the_reason), '') = '' or ends is null or ends <= now() then return false; end if;
  update conversations.thread set withheld_reason = the_reason, withheld_asked_by = access.me(), withheld_by = null,
    withheld_until = least(ends, now() + interval '90 days') where id = the_thread;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'ticket.aside_withholding_asked', 'ticket', about, jsonb_build_object('thread', the_thread));
  return true;
end $$;

create or replace function conversations.decide_withholding(the_thread bigint, yes boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare about bigint;
begin
  select t.conversation_id into about from conversations.thread t
  where t.id = the_thread and t.kind = 'side' and t.withheld_asked_by is not null and t.withheld_asked_by <> access.me() and t.withheld_by is null;
  if not found or not conversations.is_my_work(about) or conversations.serves_me(about) then return false; end if;
  if yes then
    update conversations.thread set withheld_by = access.me() where id = the_thread and withheld_until > now();
  else
    update conversations.thread set withheld_reason = null, withheld_asked_by = null, withheld_until = null where id = the_thread;
  end if;
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), case when yes then 'ticket.aside_withheld' else 'ticket.aside_withholding_refused' end, 'ticket', about, jsonb_build_object('thread', the_thread));
  return true;
end $$;

-- Sooner than its end: by any agent on the ticket.
create or replace function conversations.end_withholding(the_thread bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare about bigint;
begin
  select t.conversation_id into about from conversations.thread t where t.id = the_thread and t.kind = 'side' and t.withheld_by is not null and t.withheld_until > now();
  if not found or not conversations.is_my_work(about) then return false; end if;
  update conversations.thread set withheld_until = now() where id = the_thread;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'ticket.aside_opened_to_served', 'ticket', about, jsonb_build_object('thread', the_thread));
  return true;
end $$;

-- The code that the one served reads out on the phone (P1). A new one replaces the old one.
create or replace function conversations.make_admission(the_conversation bigint, the_hash bytea, lasts interval) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not conversations.serves_me(the_conversation) then return false; end if;
  insert into conversations.admission (conversation_id, code_hash, expires_at) values (the_conversation, the_hash, now() + least(lasts, interval '1 hour'))
  on conflict (conversation_id) do update set code_hash = excluded.code_hash, made_at = now(), expires_at = excluded.expires_at, tries = 0, used_at = null, used_by = null;
  return true;
end $$;

-- An agent types number and code: their team comes in, until the ticket closes or for a week, or until it is taken back. Five
-- tries a code and thirty an hour for an agent; whatever is wrong answers alike. Returns the conversation.
create or replace function conversations.admit(the_number text, the_hash bytea, the_team bigint) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  about bigint;
  served bigint;
  hit boolean;
begin
  if access.me() is null or -the_team <> all (access.keys()) or the_team <= 0
     or access.count_attempt(sha256(convert_to('admit ' || access.me(), 'UTF8'))) > 30 then
    return null;
  end if;
  select c.id, c.served_id into about, served from conversations.conversation c where c.number = the_number and c.closed_at is null
    and not exists (select from conversations.shut_out s where s.conversation_id = c.id and s.account_id = access.me());
  update conversations.admission set tries = tries + 1 where conversation_id = about and used_at is null and expires_at > now() and tries < 5
    returning code_hash = the_hash into hit;
  if hit is distinct from true then return null; end if;
  update conversations.admission set used_at = now(), used_by = access.me() where conversation_id = about;
  if not exists (select from conversations.reader r where r.conversation_id = about and r.key = -the_team and r."right" = 'team' and r.since <= now() and r.until > now()) then
    insert into conversations.reader (conversation_id, key, "right", agents, until, granted_by) values (about, -the_team, 'team', true, now() + interval '7 days', served);
  end if;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'ticket.admitted_by_code', 'ticket', about, jsonb_build_object('team', the_team));
  return about;
end $$;

create or replace function conversations.end_admission(the_conversation bigint, the_team bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not conversations.serves_me(the_conversation) then return false; end if;
  update conversations.reader r set until = greatest(r.since, now()) from conversations.conversation c
  where c.id = the_conversation and r.conversation_id = c.id and r.key = -the_team and r."right" = 'team' and r.granted_by = c.served_id and r.until > now();
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'ticket.admission_ended', 'ticket', the_conversation, jsonb_build_object('team', the_team));
  return true;
end $$;

revoke execute on all functions in schema conversations from public;
grant execute on function conversations.colleague_at(text), conversations.may_let_in(bigint, bigint), conversations.let_in(bigint, bigint, bigint, timestamptz, bigint[]), conversations.take_back(text),
  conversations.open_side(bigint, text, text, bigint[]), conversations.name_participant(bigint, bigint), conversations.end_participation(bigint, bigint),
  conversations.sides(bigint), conversations.ask_to_withhold(bigint, text, timestamptz), conversations.decide_withholding(bigint, boolean),
  conversations.end_withholding(bigint), conversations.make_admission(bigint, bytea, interval), conversations.admit(text, bytea, bigint),
  conversations.end_admission(bigint, bigint) to whom_app;
grant execute on function conversations.let_in_copied(bigint, bigint) to whom_mail;
