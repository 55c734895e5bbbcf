-- ${schema_hash}
-- Tickets are as readable as their conversation. The table of sight follows rights and tickets by trigger.
alter table tickets.ticket enable row level security;
alter table tickets.on_ticket enable row level security;
alter table tickets.sight enable row level security;
alter table tickets.link enable row level security;
alter table tickets.words enable row level security;
alter table tickets.saved_view enable row level security;

drop policy if exists readers on tickets.ticket;
-- A scalar subquery, asked row by row: as "exists" the planner may hash all that somebody with many keys can read (6 s for a page).
create policy readers on tickets.ticket for select to whom_app using (
  (select true from conversations.reader r where r.conversation_id = ticket.id limit 1));
-- A broken seal and being let in only read.
drop policy if exists workers on tickets.ticket;
create policy workers on tickets.ticket for update to whom_app using (
  (select true from conversations.reader r where r.conversation_id = ticket.id and r."right" in ('served', 'stands_in', 'team', 'desk') limit 1));
drop policy if exists readers on tickets.on_ticket;
create policy readers on tickets.on_ticket for select to whom_app using (
  (select true from conversations.reader r where r.conversation_id = ticket_id and r."right" <> 'let_in' limit 1));
drop policy if exists own on tickets.sight;
create policy own on tickets.sight for select to whom_app using (
  key = any ((select access.keys())::bigint[]) and since <= now() and until > now()
  and (since >= (select access.young_since()) or key <> all ((select access.young_keys())::bigint[]))
  and ticket_id <> all ((select conversations.my_shut_outs())::bigint[]));
drop policy if exists both_ends on tickets.link;
create policy both_ends on tickets.link for select to whom_app using (
  (select true from tickets.ticket t where t.id = from_id limit 1) and (select true from tickets.ticket t where t.id = to_id limit 1));
drop policy if exists workers on tickets.link;
create policy workers on tickets.link for insert to whom_app with check (
  (select true from conversations.reader r where r.conversation_id = from_id and r.key = any ((select access.keys())::bigint[]) and r."right" in ('team', 'desk') limit 1)
  and (select true from conversations.reader r where r.conversation_id = to_id and r.key = any ((select access.keys())::bigint[]) and r."right" in ('team', 'desk') limit 1));
drop policy if exists workers_undo on tickets.link;
create policy workers_undo on tickets.link for delete to whom_app using (
  (select true from conversations.reader r where r.conversation_id = from_id and r."right" in ('team', 'desk') limit 1)
  and (select true from conversations.reader r where r.conversation_id = to_id and r."right" in ('team', 'desk') limit 1));
drop policy if exists own on tickets.saved_view;
create policy own on tickets.saved_view to whom_app using (owner_id = (select access.me()))
  with check (owner_id = (select access.me()) and 0 = any ((select access.keys())::bigint[]));
drop policy if exists shared on tickets.saved_view;
create policy shared on tickets.saved_view for select to whom_app using (shared and (select access.inside()));

grant select on tickets.ticket, tickets.on_ticket, tickets.sight, tickets.link to whom_app;
-- Never the served person, the number or the day it was opened.
grant update (kind, service_id, offering_id, subject, stage, stage_since, stage_until, stage_reason, impact, urgency, priority, assignee_id,
              need, answered_at, solved_at, closed_at, due_at, updated_at, version) on tickets.ticket to whom_app;
grant insert, delete on tickets.link to whom_app;
grant select, insert, update, delete on tickets.saved_view to whom_app;
grant usage on all sequences in schema tickets to whom_app;
-- Clocks without words.
drop policy if exists clocks on tickets.ticket;
create policy clocks on tickets.ticket to whom_jobs, whom_measure using (true);
grant select (id, number, kind, service_id, offering_id, stage, stage_since, stage_until, impact, urgency, priority, team_id, assignee_id, channel, language,
              opened_at, answered_at, solved_at, closed_at, due_at, updated_at, version) on tickets.ticket to whom_jobs, whom_measure;
grant update (due_at) on tickets.ticket to whom_jobs;

drop view if exists tickets.envelope;

-- What has no team yet, for whoever sorts it: the envelope, never person or subject (P0), and nothing that concerns them.
create or replace function tickets.to_sort() returns table (number text, service jsonb, service_key text, priority int, stage text, opened_at timestamptz, due_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select t.number, s.name, s.key, t.priority::int, t.stage, t.opened_at, nullif(t.due_at, 'infinity')
  from tickets.ticket t join services.service s on s.id = t.service_id
  where t.team_id is null and t.stage not in ('solved', 'closed')
    and t.service_id in (select services.below(g.about_id) from access.role_grant g where g.account_id = (select access.me()) and g.role = 'dispatcher' and g.since <= now() and g.until > now())
    and t.served_id <> (select access.me()) and not exists (select from conversations.shut_out o where o.conversation_id = t.id and o.account_id = (select access.me()))
  order by t.due_at nulls last, t.priority, t.opened_at, t.id limit 200
$$;

-- It gets its first team, which reads it from then on. Whoever sorts reads no more than before.
create or replace function tickets.sort(the_number text, the_team bigint) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  the_ticket bigint;
begin
  if not exists (select from tickets.to_sort() s where s.number = the_number) then return 'not_found'; end if;
  if not exists (select from people.team where id = the_team and closed_at is null) then return 'no_such_team'; end if;
  update tickets.ticket set team_id = the_team, updated_at = now(), version = version + 1 where number = the_number and team_id is null returning id into the_ticket;
  if the_ticket is null then return 'not_found'; end if;
  insert into tickets.on_ticket (ticket_id, team_id, why) values (the_ticket, the_team, 'holds');
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'ticket.passed_on', 'ticket', the_ticket, jsonb_build_object('team', the_team));
  return 'done';
end $$;
revoke execute on function tickets.to_sort(), tickets.sort(text, bigint) from public;
grant execute on function tickets.to_sort(), tickets.sort(text, bigint) to whom_app;

-- In an incident of high impact a member of another team brings that team in, with a reason (P1). That they are on duty is looked at
-- before; that it is such an incident, and that nobody who is shut out comes in by it, here. Whatever does not fit answers alike (P8).
create or replace function tickets.step_in(the_number text, the_team bigint, the_reason text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  the_ticket bigint;
begin
  if access.me() is null or not access.reads() or the_team <= 0 or -the_team <> all (access.keys()) or length(trim(the_reason)) = 0
     or access.count_attempt(sha256(convert_to('step in ' || access.me(), 'UTF8'))) > 30 then
    return null;
  end if;
  select t.id into the_ticket from tickets.ticket t where t.number = the_number and t.kind = 'incident' and t.impact = 1 and t.stage not in ('solved', 'closed')
    and t.served_id <> access.me() and not exists (select from conversations.shut_out s where s.conversation_id = t.id and s.account_id = access.me())
    and not exists (select from tickets.on_ticket o where o.ticket_id = t.id and o.team_id = the_team and o.until > now());
  if the_ticket is null then return null; end if;
  insert into tickets.on_ticket (ticket_id, team_id, why, reason) values (the_ticket, the_team, 'high_impact', trim(the_reason));
  update tickets.ticket set updated_at = now(), version = version + 1 where id = the_ticket;
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'ticket.stepped_in', 'ticket', the_ticket, jsonb_build_object('team', the_team));
  return the_ticket;
end $$;
revoke execute on function tickets.step_in(text, bigint, text) from public;
grant execute on function tickets.step_in(text, bigint, text) to whom_app;

-- Rights follow the teams that are on a ticket.
create or replace function tickets.on_ticket_rights() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from conversations.reader where conversation_id = old.ticket_id and "right" = 'team' and source_id = old.id;
  if tg_op = 'UPDATE' and new.since < new.until then
    insert into conversations.reader (conversation_id, key, "right", agents, since, until, source_id)
    values (new.ticket_id, -new.team_id, 'team', true, new.since, new.until, new.id);
  end if;
  return null;
end $$;
drop trigger if exists on_ticket_rights on tickets.on_ticket;
create trigger on_ticket_rights after update or delete on tickets.on_ticket for each row execute function tickets.on_ticket_rights();

create or replace function tickets.on_tickets_rights() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into conversations.reader (conversation_id, key, "right", agents, since, until, source_id)
  select f.ticket_id, -f.team_id, 'team', true, f.since, f.until, f.id from fresh f where f.since < f.until;
  return null;
end $$;
drop trigger if exists on_tickets_rights on tickets.on_ticket;
create trigger on_tickets_rights after insert on tickets.on_ticket referencing new table as fresh for each statement execute function tickets.on_tickets_rights();

-- What is due next, for a reader's key. What a team or a supplier owes is the desk's affair: teams have keys below 0, what is desk-wide 0.
create or replace function tickets.due_for(the_key bigint, the_promise timestamptz, the_behind timestamptz) returns timestamptz
language sql immutable parallel safe
return case when the_key > 0 then the_promise else least(the_promise, the_behind) end;

create or replace function tickets.sight_of_right() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  about bigint := coalesce(new.conversation_id, old.conversation_id);
  whose bigint := coalesce(new.key, old.key);
begin
  delete from tickets.sight where ticket_id = about and key = whose
    and not exists (select from conversations.reader r where r.conversation_id = about and r.key = whose and r.until > now());
  insert into tickets.sight (ticket_id, key, since, until, is_open, stage, due_at, updated_at, priority, service_id, team_id, assignee_id)
  select t.id, whose, coalesce(max(r.since) filter (where r.since <= now()), min(r.since)), max(r.until), t.stage not in ('solved', 'closed'), t.stage, tickets.due_for(whose, t.due_at, t.behind_due_at), t.updated_at, t.priority, t.service_id, t.team_id, t.assignee_id
  from tickets.ticket t join conversations.reader r on r.conversation_id = t.id and r.key = whose and r.until > now()
  where t.id = about group by t.id
  on conflict (ticket_id, key) do update set since = excluded.since, until = excluded.until;
  return null;
end $$;
drop trigger if exists sight_of_right on conversations.reader;
create trigger sight_of_right after update or delete on conversations.reader for each row execute function tickets.sight_of_right();

-- The same for all that came with one statement. Looked up row by row, whatever a plan was made for.
create or replace function tickets.sight_of_rights() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into tickets.sight (ticket_id, key, since, until, is_open, stage, due_at, updated_at, priority, service_id, team_id, assignee_id)
  select t.id, f.key, r.since, r.until, t.stage not in ('solved', 'closed'), t.stage, tickets.due_for(f.key, t.due_at, t.behind_due_at), t.updated_at, t.priority, t.service_id, t.team_id, t.assignee_id
  from (select distinct conversation_id, key from fresh) f
  cross join lateral (select * from tickets.ticket t where t.id = f.conversation_id offset 0) t
  cross join lateral (select coalesce(max(r.since) filter (where r.since <= now()), min(r.since)) as since, max(r.until) as until
                      from conversations.reader r where r.conversation_id = f.conversation_id and r.key = f.key and r.until > now()) r
  where r.until is not null
  on conflict (ticket_id, key) do update set since = excluded.since, until = excluded.until;
  return null;
end $$;
drop trigger if exists sight_of_rights on conversations.reader;
create trigger sight_of_rights after insert on conversations.reader referencing new table as fresh for each statement execute function tickets.sight_of_rights();

create or replace function tickets.sight_of_ticket() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update tickets.sight set is_open = new.stage not in ('solved', 'closed'), stage = new.stage, due_at = tickets.due_for(key, new.due_at, new.behind_due_at), updated_at = new.updated_at,
    priority = new.priority, service_id = new.service_id, team_id = new.team_id, assignee_id = new.assignee_id
  where ticket_id = new.id;
  return null;
end $$;
drop trigger if exists sight_of_ticket on tickets.ticket;
create trigger sight_of_ticket after update on tickets.ticket for each row execute function tickets.sight_of_ticket();

create or replace function tickets.sight_of_tickets() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into tickets.sight (ticket_id, key, since, until, is_open, stage, due_at, updated_at, priority, service_id, team_id, assignee_id)
  select t.id, r.key, r.since, r.until, t.stage not in ('solved', 'closed'), t.stage, tickets.due_for(r.key, t.due_at, t.behind_due_at), t.updated_at, t.priority, t.service_id, t.team_id, t.assignee_id
  from fresh t cross join lateral (select r.key, coalesce(max(r.since) filter (where r.since <= now()), min(r.since)) as since, max(r.until) as until
                                   from conversations.reader r where r.conversation_id = t.id and r.until > now() group by r.key) r;
  return null;
end $$;
drop trigger if exists sight_of_tickets on tickets.ticket;
create trigger sight_of_tickets after insert on tickets.ticket referencing new table as fresh for each statement execute function tickets.sight_of_tickets();

-- The conversation follows its ticket: closing ends what was let in, and teams that had passed it on (P1, P3).
create or replace function tickets.conversation_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform conversations.follow(new.id, new.service_id, case when new.stage = 'closed' then coalesce(new.closed_at, now()) end);
  if new.stage = 'closed' and old.stage <> 'closed' then
    update tickets.on_ticket set until = greatest(since, now()) where ticket_id = new.id and why = 'passed_on' and until > now();
  end if;
  return null;
end $$;
drop trigger if exists conversation_follows on tickets.ticket;
create trigger conversation_follows after update on tickets.ticket for each row
  when (old.service_id is distinct from new.service_id or (old.stage = 'closed') <> (new.stage = 'closed')) execute function tickets.conversation_follows();

-- Raising a ticket: conversation, threads, rights, ticket, first message and log, whole or not at all. By the one served, by
-- somebody of their organisation on their behalf, or by an agent for anyone they may see. Returns the first message's id.
create or replace function tickets.raise(the_ticket bigint, ticket_number text, ticket_kind text, the_served bigint, the_service bigint, the_offering bigint, ticket_subject text,
  body text, ticket_impact int, ticket_urgency int, ticket_priority int, ticket_channel text, ticket_language text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  me bigint := access.me();
  main_thread bigint;
  first_message bigint;
begin
  if me is null or not exists (select from people.person p where p.id = the_served and (p.id = me or p.realm_id = any (access.realms()))) then
    return null;
  end if;
  select m.thread_id into main_thread from tickets.make(array[row(the_ticket, ticket_number, ticket_kind, me, the_served, the_service, the_offering, ticket_subject,
    ticket_impact, ticket_urgency, ticket_priority, ticket_channel, ticket_language)::tickets.fresh]) m;
  insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, "right", channel, text, language)
  select the_ticket, main_thread, 'main', me, coalesce((select coalesce(nullif(p.called, ''), p.name) from people.person p where p.id = me), ''),
         case when me = the_served then 'served' else 'raiser' end, ticket_channel, body, ticket_language
  returning id into first_message;
  return first_message;
end $$;

-- Whether somebody sorts what comes for this service, or did after this time.
create or replace function tickets.is_sorted(the_service bigint, after_time timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select exists (select from access.role_grant g join access.account a on a.id = g.account_id join services.line(the_service) l on l.id = g.about_id
    where g.role = 'dispatcher' and g.since <= now() and least(g.until, a.closed_at) > after_time)
$$;

-- Who gets what comes for a service: its team, or that of the one above it. Where there is none it waits for whoever sorts it, by the
-- envelope alone (P0); the desk's own team, which reads what it sorts, gets only what nobody sorts so, and what is for no service.
create or replace function tickets.team_for(the_service bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce((select s.team_id from services.line(the_service) l join services.service s on s.id = l.id where s.team_id is not null order by l.distance limit 1),
    (select t.id from people.team t where t.desk and t.closed_at is null and not tickets.is_sorted(the_service, now())))
$$;

-- What waits for somebody to sort it, and nobody has for a day: the desk's own team gets it, so that nothing lies where nobody looks.
-- After a day, since that widens who reads what was there before (P2).
create or replace function tickets.give_to_desk() returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with given as (
    update tickets.ticket t set team_id = d.id, updated_at = now(), version = version + 1 from people.team d
    where d.desk and d.closed_at is null and t.team_id is null and t.stage not in ('solved', 'closed') and t.opened_at < now() - interval '1 day'
      and not tickets.is_sorted(t.service_id, now() - interval '1 day')
    returning t.id, t.team_id
  ), put as (
    insert into tickets.on_ticket (ticket_id, team_id, why) select id, team_id, 'holds' from given
  ), logged as (
    insert into log.event (verb, subject, subject_id, data) select 'ticket.passed_on', 'ticket', id, jsonb_build_object('team', team_id) from given
  )
  select count(*) from given
$$;
revoke execute on function tickets.is_sorted(bigint, timestamptz), tickets.give_to_desk() from public;
grant execute on function tickets.give_to_desk() to whom_jobs;
revoke execute on function tickets.team_for(bigint) from public;
grant execute on function tickets.team_for(bigint) to whom_app;

-- Everything of new tickets but their first words, which say where they come from themselves. Answers with the threads for those. As many as there
-- are by the same few statements: that takes a third of the time for each.
drop function if exists tickets.make(bigint, text, text, bigint, bigint, bigint, bigint, text, int, int, int, text, text);
create or replace function tickets.make(all_fresh tickets.fresh[]) returns table (ticket_id bigint, thread_id bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into conversations.conversation (id, number, served_id, raised_by, service_id) select f.id, f.number, f.served, f.raiser, f.service from unnest(all_fresh) f;
  insert into conversations.thread (conversation_id, kind) select f.id, k.kind from unnest(all_fresh) f cross join (values ('main'), ('notes')) k (kind);
  with s as materialized (
    select d.service, tickets.team_for(d.service) as team from (select distinct f.service from unnest(all_fresh) f) d
  ), t as (
    insert into tickets.ticket (id, number, kind, served_id, raised_by, service_id, offering_id, subject, impact, urgency, priority, channel, language, team_id)
    select f.id, f.number, f.kind, f.served, f.raiser, f.service, f.offering, f.subject, f.impact, f.urgency, f.priority, f.channel, f.language, s.team
    from unnest(all_fresh) f join s on s.service is not distinct from f.service
    returning id, team_id, raised_by, service_id, served_id, channel
  ), o as (
    insert into tickets.on_ticket (ticket_id, team_id, why) select t.id, t.team_id, 'holds' from t where t.team_id is not null
  )
  insert into log.event (account_id, verb, subject, subject_id, data)
  select t.raised_by, 'ticket.raised', 'ticket', t.id, jsonb_build_object('service', t.service_id, 'served', t.served_id, 'team', t.team_id, 'channel', t.channel) from t;
  insert into conversations.reader (conversation_id, key, "right", agents, opens_from, until, granted_by, source_id)
  select f.id, f.served, 'served', false, '-infinity'::timestamptz, 'infinity'::timestamptz, f.raiser, null::bigint from unnest(all_fresh) f
  union all select f.id, l.person_id, 'let_in', false, now(), l.until, null, l.id
    from unnest(all_fresh) f join conversations.let_in l on l.served_id = f.served and l.until > now() and l.service_id in (select x.id from services.line(f.service) x)
    where f.service is not null
  union all select f.id, 0, 'desk', true, '-infinity', d.until, null, d.id
    from unnest(all_fresh) f cross join lateral (
      select w.id, w.until from services.desk_wide w where w.service_id in (select x.id from services.line(f.service) x) and w.since <= now() and w.until > now() limit 1) d
    where f.service is not null;
  insert into standings.asked (ticket_id, ticket_key, person_id, service_id, opened)
  select f.id, f.number, f.served, f.service, current_date from unnest(all_fresh) f where f.service is not null;
  return query select t.conversation_id, t.id from unnest(all_fresh) f join conversations.thread t on t.conversation_id = f.id and t.kind = 'main';
end $$;

-- Mails that belong to no ticket make them: for their senders, or for whoever wrote what an agent passes on, and then the agent is the one who
-- raised it. The mail module has found out who that is, and hears the words (conversations.hear).
drop function if exists tickets.raise_by_mail(bigint, text, bigint, bigint, bigint, text, text);
create or replace function tickets.raise_by_mail(the_tickets bigint[], the_numbers text[], the_raisers bigint[], the_served bigint[], the_services bigint[], the_subjects text[], the_languages text[])
returns table (ticket_id bigint, thread_id bigint)
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  select m.ticket_id, m.thread_id from tickets.make((
    select array_agg(row(g.id, g.number, 'incident', g.raiser, g.served, g.service, null, g.subject, 2, 2, 3, 'mail', g.language)::tickets.fresh)
    from unnest(the_tickets, the_numbers, the_raisers, the_served, the_services, the_subjects, the_languages) as g (id, number, raiser, served, service, subject, language))) m
$$;

-- What it is about, for the mails of it.
create or replace function tickets.subject_to_send(the_ticket bigint) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select subject from tickets.ticket where id = the_ticket $$;

-- Which team has it, for the address that its mails bear.
create or replace function tickets.team_to_send(the_ticket bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select team_id from tickets.ticket where id = the_ticket $$;

-- Something is the matter with it, such as a mail that did not arrive: it comes up in the lists again.
create or replace function tickets.warn(the_ticket bigint) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ update tickets.ticket set updated_at = now() where id = the_ticket $$;

revoke execute on function tickets.warn(bigint), tickets.subject_to_send(bigint), tickets.team_to_send(bigint), tickets.make(tickets.fresh[]),
  tickets.raise_by_mail(bigint[], text[], bigint[], bigint[], bigint[], text[], text[]) from public;
grant execute on function tickets.warn(bigint), tickets.subject_to_send(bigint), tickets.team_to_send(bigint), tickets.raise_by_mail(bigint[], text[], bigint[], bigint[], bigint[], text[], text[]) to whom_mail;

-- Passing on, or asking in. Only a team that is on the ticket can; one that passes on stays until it closes (P1).
drop function if exists tickets.put_on(bigint, bigint, text, text);
create or replace function tickets.put_on(the_ticket bigint, the_version int, the_team bigint, reason_why text, reason_text text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not conversations.is_my_work(the_ticket) then return 'not_found'; end if;
  if not exists (select from people.team where id = the_team and closed_at is null) then return 'no_such_team'; end if;
  if exists (select from tickets.on_ticket where ticket_id = the_ticket and team_id = the_team and since <= now() and until > now() and (reason_why = 'asked_in' or why = 'holds')) then return 'already'; end if;
  update tickets.ticket set updated_at = now(), version = version + 1,
    team_id = case when reason_why = 'holds' then the_team else team_id end, assignee_id = case when reason_why = 'holds' then null else assignee_id end
  where id = the_ticket and version = the_version;
  if not found then return 'changed'; end if;
  if reason_why = 'holds' then
    update tickets.on_ticket set why = 'passed_on' where ticket_id = the_ticket and why = 'holds' and until > now();
    update tickets.on_ticket set why = 'holds' where ticket_id = the_ticket and team_id = the_team and until > now();
  end if;
  if not exists (select from tickets.on_ticket where ticket_id = the_ticket and team_id = the_team and until > now()) then
    insert into tickets.on_ticket (ticket_id, team_id, why, reason) values (the_ticket, the_team, reason_why, reason_text);
  end if;
  insert into log.event (account_id, verb, subject, subject_id, data)
    values (access.me(), 'ticket.' || case reason_why when 'holds' then 'passed_on' else 'team_asked_in' end, 'ticket', the_ticket, jsonb_build_object('team', the_team));
  return 'done';
end $$;

-- A person who can be given a ticket: a member of a team that is on it, or any agent where its service is desk-wide.
create or replace function tickets.can_work(the_ticket bigint, the_person bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select conversations.is_my_work(the_ticket)
    and exists (select from conversations.reader r join access.reader_key k on k.key = r.key or r.key = 0 and k.key < 0
                where r.conversation_id = the_ticket and r."right" in ('team', 'desk') and r.since <= now() and r.until > now()
                  and k.account_id = the_person and k.since <= now() and k.until > now())
    and not exists (select from conversations.shut_out s where s.conversation_id = the_ticket and s.account_id = the_person)
$$;

-- Who can be given a ticket, for choosing: those of the teams that are on it.
create or replace function tickets.who_can_work(the_ticket bigint) returns table (id bigint, key text, name text, team_id bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select p.id, p.key, coalesce(nullif(p.called, ''), p.name), m.team_id
  from tickets.on_ticket o join people.team_member m on m.team_id = o.team_id join people.person p on p.id = m.person_id
  where o.ticket_id = the_ticket and o.since <= now() and o.until > now() and m.since <= now() and m.until > now() and conversations.is_my_work(the_ticket)
    and not exists (select from conversations.shut_out s where s.conversation_id = the_ticket and s.account_id = p.id)
  order by 3, 1 limit 500
$$;

-- What is said moves its ticket: the desk's first words answer it, and the served person's words open again what waited for
-- them or was thought done, so that nothing is said into a closed drawer. By mail, link, page or API, it is the same; a mail in
-- their name counts although it is unverified, since to open again gives nothing away. Nobody else's words open it, nor a
-- machine's, such as a vacation notice. Words from before the ticket came to its stage (when they are brought in from elsewhere) move nothing.
drop trigger if exists message_came on conversations.message;
drop function if exists tickets.message_came();
create or replace function tickets.messages_came() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  said conversations.message;
  t tickets.ticket;
  by_desk boolean;
  by_served boolean;
  becomes text;
begin
  -- The first words come with their ticket, and move nothing.
  for said in select m.* from fresh m where m.audience <> 'side' and (
      select k.updated_at < m.sent_at or m.sent_at > k.opened_at or m."right" in ('team', 'desk') or k.assignee_id is not null from tickets.ticket k where k.id = m.conversation_id) order by m.id loop
    select * into t from tickets.ticket where id = said.conversation_id for update;
    by_desk := said.verified and not said.automatic and coalesce(said."right" in ('team', 'desk'), false);
    by_served := not said.automatic and (coalesce(said."right" in ('served', 'stands_in'), false) or not said.verified and said.author_id = t.served_id);
    becomes := null;
    if said.audience = 'main' and said.sent_at > t.opened_at and said.sent_at > t.stage_since and said.channel <> 'system' then
      becomes := case when by_desk and t.stage = 'new' then 'open' when by_served and t.stage in ('waiting_user', 'solved', 'closed') then 'open' end;
    end if;
    if becomes is not null or t.updated_at < said.sent_at or by_desk and said.audience = 'main' then
      update tickets.ticket set updated_at = greatest(updated_at, said.sent_at),
        answered_at = case when by_desk and said.audience = 'main' and said.sent_at > t.opened_at and said.channel <> 'system' then least(answered_at, said.sent_at) else answered_at end,
        stage = coalesce(becomes, stage), stage_since = case when becomes is null then stage_since else said.sent_at end,
        stage_until = case when becomes is null then stage_until end, stage_reason = case when becomes is null then stage_reason else '' end,
        solved_at = case when becomes is null then solved_at end, closed_at = case when becomes is null then closed_at end,
        version = version + case when becomes is null then 0 else 1 end
      where id = t.id;
    end if;
    if said.audience = 'main' and not by_desk and t.assignee_id is not null and said.sent_at = now() and said.channel <> 'system' then
      perform mail.tell_agent(said.id, t.assignee_id);
    end if;
    if becomes is not null then
      update tickets.link set kind = 'related' where from_id = t.id and kind = 'merged';
      insert into log.event (account_id, verb, subject, subject_id, data)
      values (said.author_id, case when t.stage in ('solved', 'closed') then 'ticket.reopened' else 'ticket.opened' end, 'ticket', t.id,
              jsonb_build_object('from', t.stage, 'to', becomes, 'message', said.id));
    end if;
  end loop;
  return null;
end $$;
drop trigger if exists messages_came on conversations.message;
create trigger messages_came after insert on conversations.message referencing new table as fresh for each statement execute function tickets.messages_came();

-- With which public numbers are made; made once, for good.
insert into access.setting (name, value) values ('tickets.number_secret', to_jsonb(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''))) on conflict do nothing;
