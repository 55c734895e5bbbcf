-- ${schema_hash}
-- Agreements are known to those inside; what is promised for a ticket to its readers; warnings to whom they went. The clocks of a
-- ticket are computed by the application, in the very transaction that touched it: nobody else can read or set them.
grant usage on schema agreements to whom_app, whom_mail, whom_jobs, whom_measure;
alter table agreements.agreement enable row level security;
alter table agreements.version enable row level security;
alter table agreements.exception enable row level security;
alter table agreements.target enable row level security;
alter table agreements.level enable row level security;
alter table agreements.ticket enable row level security;
alter table agreements.outcome enable row level security;
alter table agreements.warning enable row level security;
alter table agreements.seen_calendar enable row level security;

drop policy if exists inside on agreements.agreement;
create policy inside on agreements.agreement for select to whom_app using ((select access.inside())
  and (service_id is null or service_id <> all ((select services.closed_off())::bigint[]) or (select access.has_role('keeper_of_facts')) or service_id = any ((select services.mine())::bigint[])));
drop policy if exists inside on agreements.version;
create policy inside on agreements.version for select to whom_app using ((select access.inside()));
drop policy if exists inside on agreements.target;
create policy inside on agreements.target for select to whom_app using ((select access.inside()));
drop policy if exists inside on agreements.level;
create policy inside on agreements.level for select to whom_app using ((select access.inside()));
drop policy if exists inside on agreements.exception;
create policy inside on agreements.exception for select to whom_app using (exists (select from agreements.agreement a where a.id = agreement_id));
drop policy if exists readers on agreements.ticket;
create policy readers on agreements.ticket for select to whom_app using (exists (select from tickets.ticket t where t.id = ticket_id));
drop policy if exists readers on agreements.outcome;
create policy readers on agreements.outcome for select to whom_app using ((not behind or (select access.inside())) and exists (select from tickets.ticket t where t.id = ticket_id));
drop policy if exists own on agreements.warning;
create policy own on agreements.warning for select to whom_app using (account_id = (select access.me()));
grant select on agreements.agreement, agreements.version, agreements.exception, agreements.target, agreements.level, agreements.ticket, agreements.outcome, agreements.warning to whom_app;

drop policy if exists machines on agreements.version;
create policy machines on agreements.version for select to whom_jobs, whom_mail using (true);
drop policy if exists machines on agreements.exception;
create policy machines on agreements.exception for select to whom_jobs, whom_mail using (true);
drop policy if exists machines on agreements.target;
create policy machines on agreements.target for select to whom_jobs, whom_mail using (true);
drop policy if exists machines on agreements.level;
create policy machines on agreements.level for select to whom_jobs, whom_mail using (true);
grant select on agreements.version, agreements.exception, agreements.target, agreements.level to whom_jobs, whom_mail;
drop policy if exists clocks on agreements.ticket;
create policy clocks on agreements.ticket to whom_jobs using (true) with check (true);
grant select, update (touched, next_at) on agreements.ticket to whom_jobs;

-- A ticket whose clocks may have changed is computed before its transaction ends; where nobody did, the next tick does.
create or replace function agreements.touch(the_ticket bigint, the_next timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into agreements.ticket (ticket_id, touched, next_at) values (the_ticket, pg_current_xact_id(), the_next)
  on conflict (ticket_id) do update set touched = excluded.touched, next_at = least(agreements.ticket.next_at, excluded.next_at)
$$;
revoke execute on function agreements.touch(bigint, timestamptz) from public;

-- Before anything is promised in the house there is nothing to compute; nothing is promised for the time before.
create or replace function agreements.ticket_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform agreements.touch(new.id, case when new.stage in ('solved', 'closed') then now() else '-infinity' end);
  return null;
end $$;
create or replace function agreements.tickets_raised() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from agreements.version) then
    perform agreements.touch(f.id, case when f.stage in ('solved', 'closed') then now() else '-infinity' end) from fresh f;
  end if;
  return null;
end $$;
drop trigger if exists agreements_raised on tickets.ticket;
create trigger agreements_raised after insert on tickets.ticket referencing new table as fresh for each statement execute function agreements.tickets_raised();
drop trigger if exists agreements_changed on tickets.ticket;
create trigger agreements_changed after update on tickets.ticket for each row
  when (old.stage <> new.stage or old.priority <> new.priority or old.kind <> new.kind or old.service_id is distinct from new.service_id or old.offering_id is distinct from new.offering_id)
  execute function agreements.ticket_changed();

drop trigger if exists agreements_message on conversations.message;
drop function if exists agreements.message_came();
create or replace function agreements.messages_came() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from agreements.version) then
    update agreements.ticket k set touched = pg_current_xact_id(), next_at = '-infinity' from fresh f
    where k.ticket_id = f.conversation_id and not f.automatic and f.audience <> 'side' and k.next_at <> '-infinity' and (f.audience = 'main' or k.behind <> '{}');
  end if;
  return null;
end $$;
drop trigger if exists agreements_messages on conversations.message;
create trigger agreements_messages after insert on conversations.message referencing new table as fresh for each statement execute function agreements.messages_came();

-- A team was asked for something, or is no longer: what it promised the other begins, or ends.
create or replace function agreements.team_asked() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from agreements.agreement where kind = 'team') then
    perform agreements.touch(new.subject_id, '-infinity');
  end if;
  return null;
end $$;
drop trigger if exists agreements_asked on log.event;
create trigger agreements_asked after insert on log.event for each row when (new.subject = 'ticket' and new.verb in ('ticket.passed_on', 'ticket.team_asked_in')) execute function agreements.team_asked();

create or replace function agreements.touched(the_ticket bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select exists (select from agreements.ticket t where t.ticket_id = the_ticket and t.touched = pg_current_xact_id_if_assigned()) $$;

-- May its clocks be read? By whoever reads the ticket as more than somebody let in, and by the transaction that touched it.
create or replace function agreements.may_read(the_ticket bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select agreements.touched(the_ticket) or coalesce(conversations.my_right(the_ticket) <> 'let_in', false) $$;

-- The terms by which somebody is served: of the closest agreement, those in force on the day. A person's own agreement carries
-- none, so that the next wider one counts (E1).
create or replace function agreements.terms_of(the_fact text, d date) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select v.id from standings.agreement f join agreements.agreement a on a.kind = 'customer' and a.service_id = f.service_id and a.scope_unit_id is not distinct from f.scope_unit_id
    join agreements.version v on v.agreement_id = a.id and v.valid_from <= d
  where f.key = the_fact and f.superseded_at is null and f.scope <> 'person' order by v.valid_from desc limit 1
$$;
revoke execute on function agreements.terms_of(text, date) from public;

-- By which calendar somebody works: that of the nearest unit upward that has one; of several, the primary membership's.
create or replace function agreements.own_hours(the_person bigint, d date) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive up (unit_id, secondary, depth) as (
    select m.unit_id, not m.is_primary, 0 from people.membership m where m.person_id = the_person and m.superseded_at is null and m.valid_from <= d and (m.valid_to is null or m.valid_to > d)
    union all
    select p.parent_id, u.secondary, u.depth + 1 from up u join people.placement p on p.unit_id = u.unit_id
    where p.parent_id is not null and u.depth < 50 and p.superseded_at is null and p.valid_from <= d and (p.valid_to is null or p.valid_to > d)
  )
  select h.calendar_id from up join calendars.hours_of h on h.unit_id = up.unit_id and h.valid_from <= d and (h.valid_to is null or h.valid_to > d) order by up.secondary, up.depth limit 1
$$;
revoke execute on function agreements.own_hours(bigint, date) from public;

-- Stamps tell one state of one database from every other, so that what is laid out in memory is never of another: which transaction
-- wrote the row, and how often it was changed.
-- A ticket as far as its clocks are concerned. "undecided": which agreement covers it takes more than one look (agreements.covering).
drop function if exists agreements.situation(bigint);
create or replace function agreements.situation(the_ticket bigint) returns table (
  opened_at timestamptz, opened_on date, kind text, priority int, offering text, stage text, stage_since timestamptz, by_agent boolean, fresh boolean,
  served text, service text, team_id bigint, assignee_id bigint, functions text[],
  version_id bigint, agreed_at timestamptz, undecided boolean, stamp bigint, calendar_id bigint, calendar_stamp bigint, own_id bigint, own_stamp bigint, has_outcomes boolean, due_at timestamptz, has_behind boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  t tickets.ticket;
  at agreements.ticket;
  fact record;
  of_service int;
begin
  if not agreements.may_read(the_ticket) then return; end if;
  select * into t from tickets.ticket x where x.id = the_ticket;
  select * into at from agreements.ticket x where x.ticket_id = the_ticket;
  opened_on := t.opened_at::date;
  version_id := at.version_id;
  agreed_at := at.agreed_at;
  undecided := false;
  if t.service_id is null then
    version_id := null;
  elsif at.about_id is distinct from t.service_id then
    version_id := null;
    -- Where the nearest service that has an agreement has but one for everybody, that is it.
    select a.key, a.scope, count(*) over () as among, l.distance into fact
      from services.line(t.service_id) l join standings.agreement a on a.service_id = l.id and a.superseded_at is null and a.scope <> 'person'
        and a.valid_from <= opened_on and (a.valid_to is null or a.valid_to > opened_on)
      where exists (select from agreements.version) order by l.distance limit 1;
    if found then
      select count(*) into of_service from services.line(t.service_id) l join standings.agreement a on a.service_id = l.id and a.superseded_at is null and a.scope <> 'person'
        and a.valid_from <= opened_on and (a.valid_to is null or a.valid_to > opened_on) where l.distance = fact.distance;
      if of_service = 1 and fact.scope = 'everybody' then
        version_id := agreements.terms_of(fact.key, opened_on);
      else
        undecided := true;
      end if;
    end if;
    agreed_at := case when at.about_id is null then t.opened_at when version_id is distinct from at.version_id or undecided then now() else at.agreed_at end;
  end if;
  return query select t.opened_at, opened_on, t.kind, t.priority::int, (select o.key from services.offering o where o.id = t.offering_id), t.stage, t.stage_since,
    t.raised_by is distinct from t.served_id and coalesce((select a.inside from access.account a where a.id = t.raised_by), false), t.opened_at = now(),
    (select p.key from people.person p where p.id = t.served_id), (select s.key from services.service s where s.id = t.service_id), t.team_id, t.assignee_id,
    array(select distinct e.function from agreements.version v join agreements.exception e on e.agreement_id = v.agreement_id and e.from_day <= opened_on and e.until_day >= opened_on
          join people.membership m on m.unit_id = e.unit_id and m.person_id = t.served_id and m.superseded_at is null and m.valid_from <= opened_on and (m.valid_to is null or m.valid_to > opened_on)
          where v.id = version_id),
    version_id, agreed_at, undecided, a.xmin::text::bigint * 65536 + a.stamp % 65536, c.id, c.xmin::text::bigint * 65536 + c.stamp % 65536, own.id, own.stamp,
    exists (select from agreements.outcome o where o.ticket_id = the_ticket), t.due_at,
    exists (select from agreements.agreement b where b.kind <> 'customer')
      and (t.stage = 'waiting_third_party' or exists (select from log.event e where e.subject = 'ticket' and e.subject_id = the_ticket and e.verb in ('ticket.passed_on', 'ticket.team_asked_in', 'ticket.waiting')))
  from (select 1) one left join agreements.version v on v.id = version_id left join agreements.agreement a on a.id = v.agreement_id left join calendars.calendar c on c.id = v.calendar_id
    left join lateral (
      select k.id, k.xmin::text::bigint * 65536 + k.stamp % 65536 as stamp from calendars.calendar k
      where exists (select from agreements.target g where g.version_id = v.id and g.hours = 'served') and k.id = agreements.own_hours(t.served_id, opened_on)) own on true;
end $$;

-- A ticket that is about to be raised, so that it is due from the beginning and need not be written twice; nothing where that takes
-- more than one look. Asked by whoever may raise it.
drop function if exists agreements.prospect(bigint, bigint, bigint, text, int);
create or replace function agreements.prospect(the_served bigint, the_service bigint, the_offering bigint, the_kind text, the_priority int) returns table (
  opened_at timestamptz, opened_on date, kind text, priority int, offering text, stage text, stage_since timestamptz, by_agent boolean, fresh boolean,
  served text, service text, team_id bigint, assignee_id bigint, functions text[],
  version_id bigint, agreed_at timestamptz, undecided boolean, stamp bigint, calendar_id bigint, calendar_stamp bigint, own_id bigint, own_stamp bigint, has_outcomes boolean, due_at timestamptz, has_behind boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  facts text[];
  scopes text[];
begin
  if access.me() is null or the_service is null or not exists (select from agreements.version)
    or not exists (select from people.person p where p.id = the_served and (p.id = access.me() or p.realm_id = any (access.realms()))) then return; end if;
  opened_on := now()::date;
  select array_agg(a.key), array_agg(a.scope) into facts, scopes from services.line(the_service) l join standings.agreement a on a.service_id = l.id and a.superseded_at is null and a.scope <> 'person'
    and a.valid_from <= opened_on and (a.valid_to is null or a.valid_to > opened_on) group by l.distance order by l.distance limit 1;
  if cardinality(facts) is distinct from 1 or scopes[1] <> 'everybody' then return; end if;
  return query select now(), opened_on, the_kind, the_priority, (select o.key from services.offering o where o.id = the_offering), 'new', now(),
    the_served <> access.me() and access.inside(), true, (select p.key from people.person p where p.id = the_served), null::text, null::bigint, null::bigint,
    array(select distinct e.function from agreements.exception e join people.membership m on m.unit_id = e.unit_id and m.person_id = the_served and m.superseded_at is null and m.valid_from <= opened_on
          and (m.valid_to is null or m.valid_to > opened_on) where e.agreement_id = v.agreement_id and e.from_day <= opened_on and e.until_day >= opened_on),
    v.id, now(), false, a.xmin::text::bigint * 65536 + a.stamp % 65536, c.id, c.xmin::text::bigint * 65536 + c.stamp % 65536, own.id, own.stamp, false, 'infinity'::timestamptz, false
  from agreements.version v join agreements.agreement a on a.id = v.agreement_id join calendars.calendar c on c.id = v.calendar_id
    left join lateral (select k.id, k.xmin::text::bigint * 65536 + k.stamp % 65536 as stamp from calendars.calendar k
      where exists (select from agreements.target g where g.version_id = v.id and g.hours = 'served') and k.id = agreements.own_hours(the_served, opened_on)) own on true
  where v.id = agreements.terms_of(facts[1], opened_on);
end $$;
revoke execute on function agreements.prospect(bigint, bigint, bigint, text, int) from public;
grant execute on function agreements.prospect(bigint, bigint, bigint, text, int) to whom_app, whom_mail, whom_jobs;

-- What was foreseen for the next ticket of this transaction. It is computed once more at its end, from what was stored.
create or replace function agreements.due_from_the_beginning() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if coalesce(current_setting('whom.foreseen', true), '') <> '' then
    new.due_at := current_setting('whom.foreseen', true)::timestamptz;
    perform set_config('whom.foreseen', '', true);
  end if;
  return new;
end $$;
drop trigger if exists agreements_foreseen on tickets.ticket;
create trigger agreements_foreseen before insert on tickets.ticket for each row execute function agreements.due_from_the_beginning();

-- Terms as they are computed with, whoever has a ticket computed.
create or replace function agreements.terms(the_version bigint) returns table (what text, clock text, minutes int, days int, is_so boolean, a text, b text, c text, priority int, kind text, offering text, function text, from_day date, until_day date)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select 'version', null, null::int, null::int, null::boolean, v.waiting, v.answers_from, v.changes, null::int, null, null, null, v.valid_from, null::date from agreements.version v where v.id = the_version
  union all select 'exception', null, null, null, null, e.reason, e.grantor, null, null, null, null, e.function, e.from_day, e.until_day
    from agreements.version v join agreements.exception e on e.agreement_id = v.agreement_id where v.id = the_version
  union all select 'target', t.clock, t.minutes, t.days, t.end_of_day, t.hours, null, null, t.priority::int, t.kind, o.key, t.function, null, null
    from agreements.target t left join services.offering o on o.id = t.offering_id where t.version_id = the_version
  union all select 'level', l.clock, l.minutes, null, null, l.whom, l.channel, null, null, null, null, null, null, null from agreements.level l where l.version_id = the_version
$$;
revoke execute on function agreements.terms(bigint) from public;
grant execute on function agreements.terms(bigint) to whom_app, whom_mail, whom_jobs;

-- What decides under which agreement a ticket is served.
create or replace function agreements.covering(the_ticket bigint) returns setof standings.piece
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  t tickets.ticket;
begin
  if not agreements.touched(the_ticket) then return; end if;
  select * into t from tickets.ticket x where x.id = the_ticket;
  return query select x.* from standings.closest_pieces(t.served_id, t.service_id, 'agreement', false, t.opened_at::date) x where not (x.kind = 'agreement' and x.b = 'person');
end $$;

-- The terms of the agreement that was found, kept with the ticket; then the situation is asked again.
create or replace function agreements.decide(the_ticket bigint, the_fact text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  t tickets.ticket;
  terms bigint;
begin
  if not agreements.touched(the_ticket) then return; end if;
  select * into t from tickets.ticket x where x.id = the_ticket;
  terms := case when the_fact <> '' then agreements.terms_of(the_fact, t.opened_at::date) end;
  update agreements.ticket k set version_id = terms, about_id = t.service_id,
    agreed_at = case when k.about_id is null then t.opened_at when terms is distinct from k.version_id then now() else k.agreed_at end
  where k.ticket_id = the_ticket;
end $$;

-- What happened to a ticket, as far as clocks are concerned: times and sides, never words.
create or replace function agreements.events(the_ticket bigint) returns table (at timestamptz, what text, detail text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select m.sent_at, 'message', case when m."right" in ('team', 'desk') and m.verified or m."right" is null and m.author_id <> t.served_id and a.inside then 'agent' else 'served' end
  from tickets.ticket t join conversations.message m on m.conversation_id = t.id left join access.account a on a.id = m.author_id
  where t.id = the_ticket and m.audience = 'main' and m.channel <> 'system' and not m.automatic and m.sent_at > t.opened_at and agreements.may_read(the_ticket)
  union all
  select e.at, 'state', coalesce(e.data ->> 'to', case e.verb when 'ticket.merged' then 'closed' when 'ticket.solved' then 'solved' when 'ticket.closed' then 'closed' else 'open' end)
  from log.event e
  where e.subject = 'ticket' and e.subject_id = the_ticket and agreements.may_read(the_ticket)
    and e.verb in ('ticket.opened', 'ticket.reopened', 'ticket.waiting', 'ticket.solved', 'ticket.closed', 'ticket.merged', 'ticket.unmerged')
  order by 1
$$;

-- Which team asked which for this ticket, and when: it was passed on to it to hold, or asked in.
create or replace function agreements.asked(the_ticket bigint) returns table (at timestamptz, team_id bigint, by_id bigint, holds boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with moved as (
    select e.at, e.id, (e.data ->> 'team')::bigint as team_id, e.verb = 'ticket.passed_on' as holds from log.event e
    where e.subject = 'ticket' and e.subject_id = the_ticket and e.verb in ('ticket.passed_on', 'ticket.team_asked_in')
  )
  select m.at, m.team_id, coalesce((select b.team_id from moved b where b.holds and b.id < m.id order by b.id desc limit 1),
    (select o.team_id from tickets.on_ticket o where o.ticket_id = the_ticket and o.why in ('holds', 'passed_on') order by o.since, o.id limit 1)), m.holds
  from moved m order by m.id
$$;
revoke execute on function agreements.asked(bigint) from public;

-- What stands behind the promise: of each team that another asked, the closest agreement (between these two, for the nearest service
-- upward), with the terms in force on the day it was asked; and the supplier's for the nearest service, since we waited for them: of
-- several suppliers the one whose terms began last.
create or replace function agreements.behind(the_ticket bigint) returns table (version_id bigint, stamp bigint, calendar_id bigint, calendar_stamp bigint, team_id bigint, began timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with t as (select * from tickets.ticket x where x.id = the_ticket and (agreements.touched(the_ticket) or conversations.is_my_work(the_ticket))),
  line as (select l.id, l.distance from t cross join lateral services.line(t.service_id) l),
  asked as (select distinct on (a.team_id) a.team_id, a.at, a.by_id from t cross join lateral agreements.asked(t.id) a where a.by_id <> a.team_id order by a.team_id, a.at),
  waited as (select coalesce((select min(e.at) from log.event e where e.subject = 'ticket' and e.subject_id = t.id and e.verb = 'ticket.waiting' and e.data ->> 'to' = 'waiting_third_party'),
    case when t.stage = 'waiting_third_party' then greatest(t.stage_since, t.opened_at) end) as at from t),
  found as (
    (select distinct on (k.team_id) a.id, a.xmin::text::bigint * 65536 + a.stamp % 65536 as stamp, k.team_id, k.at from asked k join agreements.agreement a on a.kind = 'team' and a.team_id = k.team_id and (a.asker_id is null or a.asker_id = k.by_id)
       left join line on line.id = a.service_id
     where (a.service_id is null or line.id is not null) and exists (select from agreements.version v where v.agreement_id = a.id and v.valid_from <= k.at::date)
     order by k.team_id, a.asker_id is null, line.distance nulls last)
    union all
    (select a.id, a.xmin::text::bigint * 65536 + a.stamp % 65536, null, w.at from waited w join line on w.at is not null join agreements.agreement a on a.kind = 'supplier' and a.service_id = line.id
       join agreements.version v on v.agreement_id = a.id and v.valid_from <= w.at::date order by line.distance, v.valid_from desc limit 1)
  )
  select v.id, f.stamp, c.id, c.xmin::text::bigint * 65536 + c.stamp % 65536, f.team_id, f.at
  from found f cross join lateral (select * from agreements.version x where x.agreement_id = f.id and x.valid_from <= f.at::date order by x.valid_from desc limit 1) v
    join calendars.calendar c on c.id = v.calendar_id
  order by f.at, f.team_id nulls last
$$;

-- What happened to a ticket, as a team sees it that was asked (its own words, and what its colleagues of other teams noted), or a supplier.
create or replace function agreements.behind_events(the_ticket bigint, the_team bigint) returns table (at timestamptz, what text, detail text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select x.at, x.what, x.detail from (
    select a.at, case when a.team_id = the_team then 'asked' else 'left' end as what, case when a.holds then 'holds' else '' end as detail, 1 as turn
    from agreements.asked(the_ticket) a where a.team_id = the_team and a.by_id <> the_team or a.holds and a.team_id <> the_team
    union all
    select m.sent_at, 'message', case when own.is_so then 'agent' else 'served' end, 2
    from conversations.message m cross join lateral (select exists (select from people.team_member k where k.team_id = the_team and k.person_id = m.author_id and k.since <= m.sent_at and k.until > m.sent_at) as is_so) own
    where m.conversation_id = the_ticket and m.audience in ('main', 'notes') and m.channel <> 'system' and not m.automatic and (own.is_so or m.audience = 'notes')
    union all
    select e.at, 'state', coalesce(e.data ->> 'to', case e.verb when 'ticket.merged' then 'closed' when 'ticket.solved' then 'solved' when 'ticket.closed' then 'closed' else 'open' end), 3
    from log.event e where e.subject = 'ticket' and e.subject_id = the_ticket
      and e.verb in ('ticket.opened', 'ticket.reopened', 'ticket.waiting', 'ticket.solved', 'ticket.closed', 'ticket.merged', 'ticket.unmerged')) x
  where agreements.touched(the_ticket) or conversations.is_my_work(the_ticket)
  order by x.at, x.turn
$$;

-- What was computed. Outcomes: all there are of this ticket, or null where none are and none were.
drop function if exists agreements.keep(bigint, bigint, timestamptz, timestamptz, timestamptz, bigint[], jsonb);
create or replace function agreements.keep(the_ticket bigint, the_version bigint, the_agreed timestamptz, the_due timestamptz, the_behind_due timestamptz, the_behind_of text, the_next timestamptz,
  the_behind bigint[], the_outcomes jsonb) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not agreements.touched(the_ticket) then return false; end if;
  update agreements.ticket k set version_id = the_version, agreed_at = the_agreed, next_at = the_next, behind = the_behind, about_id = t.service_id from tickets.ticket t where t.id = the_ticket and k.ticket_id = the_ticket;
  update tickets.ticket set due_at = the_due, behind_due_at = the_behind_due, behind_due_of = the_behind_of
  where id = the_ticket and (due_at <> the_due or behind_due_at <> the_behind_due or behind_due_of is distinct from the_behind_of);
  if the_outcomes is not null then
    delete from agreements.outcome o where o.ticket_id = the_ticket;
    insert into agreements.outcome (ticket_id, clock, version_id, behind, at, done, late, late_plain, due_at, used, paused, unasked)
    select the_ticket, o.clock, o.version, o.version is distinct from the_version, o.at, o.done, o.late, o.late_plain, o.due_at, o.used, o.paused, o.unasked
    from jsonb_to_recordset(the_outcomes) as o (version bigint, clock text, at timestamptz, done boolean, late boolean, late_plain boolean, due_at timestamptz, used int, paused int, unasked boolean);
  end if;
  return true;
end $$;

-- The next ticket whose clocks must be looked at, for one node: others pass it by. One look at one index.
-- The ticket's own row is taken with it, or neither: whoever changes a ticket takes that one first, and the two would wait for each other.
create or replace function agreements.claim() returns bigint
language sql volatile
as $$
  update agreements.ticket t set touched = pg_current_xact_id()
  where t.ticket_id = (select k.ticket_id from agreements.ticket k join tickets.ticket w on w.id = k.ticket_id
    where k.next_at <= now() and k.next_at <> 'infinity' order by k.next_at limit 1 for no key update skip locked)
  returning t.ticket_id
$$;

-- Levels that were reached: once, whatever node finds out. Each tells whom it can; where it comes too late to help, nobody.
drop function if exists agreements.reach(bigint, text, timestamptz, int, text, timestamptz, bigint[]);
create or replace function agreements.reach(the_ticket bigint, the_version bigint, the_clock text, the_run timestamptz, the_minutes int, the_channel text, the_due timestamptz, the_people bigint[]) returns setof bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not agreements.touched(the_ticket) or exists (select from agreements.warning w where w.ticket_id = the_ticket and w.version_id = the_version and w.clock = the_clock and w.run_from = the_run
      and w.minutes = the_minutes and w.channel = the_channel) then return; end if;
  return query insert into agreements.warning (ticket_id, version_id, clock, run_from, minutes, channel, account_id, due_at)
    select the_ticket, the_version, the_clock, the_run, the_minutes, the_channel, p, the_due
    from unnest(case when cardinality(the_people) = 0 then array[null::bigint] else the_people end) p on conflict do nothing returning account_id;
end $$;

-- The members of a team that is on the ticket, as far as they may still work on it.
drop function if exists agreements.crew(bigint);
create or replace function agreements.crew(the_ticket bigint, the_team bigint) returns setof bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select m.person_id from tickets.ticket t join people.team_member m on m.team_id = the_team and m.since <= now() and m.until > now()
  where t.id = the_ticket and agreements.touched(the_ticket)
    and (t.team_id = the_team or exists (select from tickets.on_ticket o where o.ticket_id = t.id and o.team_id = the_team and o.since <= now() and o.until > now()))
    and not exists (select from conversations.shut_out s where s.conversation_id = the_ticket and s.account_id = m.person_id) order by 1 limit 200
$$;

-- Calendars that changed since clocks were told: those that run by them are computed again. One that is new has none yet. True when there was one.
create or replace function agreements.follow_calendars() returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  changed bigint[];
begin
  if session_user <> 'whom_jobs' or not exists (select from calendars.calendar c left join agreements.seen_calendar s on s.calendar_id = c.id where s.stamp is distinct from c.stamp) then return false; end if;
  insert into agreements.seen_calendar (calendar_id, stamp) select c.id, c.stamp from calendars.calendar c on conflict do nothing;
  with followed as (update agreements.seen_calendar s set stamp = c.stamp from calendars.calendar c where c.id = s.calendar_id and s.stamp <> c.stamp returning s.calendar_id)
  select array_agg(calendar_id) into changed from followed;
  if changed is null then return false; end if;
  update agreements.ticket set next_at = now() where next_at <> 'infinity' and next_at > now() and version_id in (
    select v.id from agreements.version v where v.calendar_id = any (changed)
      or exists (select from calendars.hours_of h where h.calendar_id = any (changed)) and exists (select from agreements.target g where g.version_id = v.id and g.hours = 'served'));
  update agreements.ticket set next_at = now() where next_at <> 'infinity' and next_at > now() and behind <> '{}'
    and behind && array(select v.id from agreements.version v where v.calendar_id = any (changed));
  return true;
end $$;

revoke execute on function agreements.touched(bigint), agreements.may_read(bigint), agreements.situation(bigint), agreements.covering(bigint), agreements.decide(bigint, text), agreements.events(bigint),
  agreements.keep(bigint, bigint, timestamptz, timestamptz, timestamptz, text, timestamptz, bigint[], jsonb), agreements.claim(), agreements.reach(bigint, bigint, text, timestamptz, int, text, timestamptz, bigint[]),
  agreements.crew(bigint, bigint), agreements.follow_calendars(), agreements.behind(bigint), agreements.behind_events(bigint, bigint) from public;
grant execute on function agreements.touched(bigint), agreements.situation(bigint), agreements.covering(bigint), agreements.decide(bigint, text), agreements.events(bigint),
  agreements.keep(bigint, bigint, timestamptz, timestamptz, timestamptz, text, timestamptz, bigint[], jsonb), agreements.reach(bigint, bigint, text, timestamptz, int, text, timestamptz, bigint[]), agreements.crew(bigint, bigint),
  agreements.behind(bigint), agreements.behind_events(bigint, bigint) to whom_app, whom_mail, whom_jobs;
grant execute on function agreements.claim(), agreements.follow_calendars() to whom_jobs;

-- What administrators do. Each answers null or false to everybody else, and for terms that are in force already.
create or replace function agreements.logged(the_agreement bigint, the_verb text, the_data jsonb) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  update agreements.agreement set stamp = stamp + 1 where id = the_agreement;
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), the_verb, 'agreement', the_agreement, the_data);
  select true;
$$;
revoke execute on function agreements.logged(bigint, text, jsonb) from public;

drop function if exists agreements.add(text, jsonb, bigint, bigint);
create or replace function agreements.add(the_key text, the_name jsonb, the_kind text, the_service bigint, the_unit bigint, the_team bigint, the_asker bigint, the_supplier bigint) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  made bigint;
begin
  if not access.has_role('administrator') then return null; end if;
  insert into agreements.agreement (key, name, kind, service_id, scope_unit_id, team_id, asker_id, supplier_id, recorded_by)
  values (the_key, the_name, the_kind, the_service, the_unit, the_team, the_asker, the_supplier, access.me()) returning id into made;
  perform agreements.logged(made, 'agreement.added', jsonb_build_object('kind', the_kind, 'service', the_service));
  return made;
end $$;

-- Terms from a day on, with the targets and levels of those before.
create or replace function agreements.plan(the_agreement bigint, the_from date, the_calendar bigint, the_waiting text, the_answers text, the_changes text, the_reason text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  made bigint;
  before bigint;
begin
  if not access.has_role('administrator') or the_from <= current_date then return false; end if;
  select id into before from agreements.version where agreement_id = the_agreement and valid_from < the_from order by valid_from desc limit 1;
  insert into agreements.version as v (agreement_id, valid_from, calendar_id, waiting, answers_from, changes, reason, recorded_by)
  values (the_agreement, the_from, the_calendar, the_waiting, the_answers, the_changes, the_reason, access.me())
  on conflict (agreement_id, valid_from) do update set calendar_id = the_calendar, waiting = the_waiting, answers_from = the_answers, changes = the_changes, reason = the_reason
  returning id into made;
  if not exists (select from agreements.target where version_id = made) then
    insert into agreements.target (version_id, clock, minutes, days, end_of_day, hours, priority, kind, offering_id, function)
    select made, clock, minutes, days, end_of_day, hours, priority, kind, offering_id, function from agreements.target where version_id = before;
    insert into agreements.level (version_id, clock, minutes, whom, channel) select made, clock, minutes, whom, channel from agreements.level where version_id = before;
  end if;
  return agreements.logged(the_agreement, 'agreement.planned', jsonb_build_object('from', the_from));
end $$;

create or replace function agreements.open_to_change(the_version bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select agreement_id from agreements.version where id = the_version and valid_from > current_date and access.has_role('administrator') $$;
revoke execute on function agreements.open_to_change(bigint) from public;

create or replace function agreements.drop_version(the_version bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  about bigint := agreements.open_to_change(the_version);
begin
  if about is null then return false; end if;
  delete from agreements.version where id = the_version;
  return agreements.logged(about, 'agreement.plan_dropped', jsonb_build_object('version', the_version));
end $$;

create or replace function agreements.add_target(the_version bigint, the_clock text, the_minutes int, the_days int, the_end boolean, the_hours text, the_priority int, the_kind text, the_offering bigint, the_function text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  about bigint := agreements.open_to_change(the_version);
begin
  if about is null or the_hours = 'served' and not exists (select from agreements.agreement a where a.id = about and a.kind = 'customer')
    or the_clock <> 'solution' and exists (select from agreements.agreement a where a.id = about and a.kind = 'supplier') or the_function is not null and not exists (select from agreements.exception e join agreements.version v on v.id = the_version
      where e.agreement_id = about and e.function = the_function and e.until_day >= v.valid_from) then return false; end if;
  insert into agreements.target (version_id, clock, minutes, days, end_of_day, hours, priority, kind, offering_id, function)
  values (the_version, the_clock, the_minutes, the_days, the_end, the_hours, the_priority, the_kind, the_offering, the_function);
  return agreements.logged(about, 'agreement.target_added', jsonb_build_object('version', the_version, 'clock', the_clock));
end $$;

create or replace function agreements.drop_target(the_key text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  about bigint;
begin
  select agreements.open_to_change(t.version_id) into about from agreements.target t where t.key = the_key;
  if about is null then return false; end if;
  delete from agreements.target where key = the_key;
  return agreements.logged(about, 'agreement.target_dropped', '{}');
end $$;

create or replace function agreements.add_level(the_version bigint, the_clock text, the_minutes int, the_whom text, the_channel text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  about bigint := agreements.open_to_change(the_version);
begin
  if about is null then return false; end if;
  insert into agreements.level (version_id, clock, minutes, whom, channel) values (the_version, the_clock, the_minutes, the_whom, the_channel);
  return agreements.logged(about, 'agreement.level_added', jsonb_build_object('version', the_version, 'minutes', the_minutes));
end $$;

create or replace function agreements.drop_level(the_key text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  about bigint;
begin
  select agreements.open_to_change(l.version_id) into about from agreements.level l where l.key = the_key;
  if about is null then return false; end if;
  delete from agreements.level where key = the_key;
  return agreements.logged(about, 'agreement.level_dropped', '{}');
end $$;

-- An exception begins tomorrow at the earliest, so that nothing that has come in is judged by it.
create or replace function agreements.publish(the_agreement bigint, the_function text, the_unit bigint, the_reason text, the_grantor text, the_from date, the_until date) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') or the_from <= current_date or not exists (select from agreements.agreement a where a.id = the_agreement and a.kind = 'customer') then return false; end if;
  insert into agreements.exception (agreement_id, function, unit_id, reason, grantor, from_day, until_day, recorded_by) values (the_agreement, the_function, the_unit, the_reason, the_grantor, the_from, the_until, access.me());
  return agreements.logged(the_agreement, 'agreement.exception_published', jsonb_build_object('unit', the_unit, 'until', the_until));
end $$;

create or replace function agreements.end_exception(the_key text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  ended agreements.exception;
begin
  if not access.has_role('administrator') then return false; end if;
  update agreements.exception set until_day = greatest(from_day, current_date) where key = the_key and until_day > current_date returning * into ended;
  if ended.id is null then return false; end if;
  return agreements.logged(ended.agreement_id, 'agreement.exception_ended', jsonb_build_object('exception', ended.id));
end $$;

-- Exceptions that are published on a service's page: its own and those of the services it is part of, in force or to come.
create or replace function agreements.published(the_service bigint) returns table (key text, function text, unit jsonb, reason text, grantor text, from_day date, until_day date)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select e.key, e.function, u.name, e.reason, e.grantor, e.from_day, e.until_day
  from services.line(the_service) l join agreements.agreement a on a.service_id = l.id join agreements.exception e on e.agreement_id = a.id join people.unit u on u.id = e.unit_id
  where e.until_day >= current_date and access.me() is not null order by e.from_day, e.id
$$;

-- One's own warning was seen.
create or replace function agreements.see(the_key text) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with seen as (update agreements.warning set seen_at = now() where account_id = access.me() and seen_at is null and (the_key = '' or key = the_key) returning 1)
  select exists (select from seen)
$$;

-- How targets were met, by month and clock, as figures (P6): where fewer than five people were served, nothing.
create or replace function agreements.attainment(the_agreement bigint, the_from date) returns table (month date, clock text, tickets int, met int, met_plain int, paused bigint, unasked int, withheld boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select f.month, f.clock, case when f.enough then f.tickets end, case when f.enough then f.met end, case when f.enough then f.met_plain end,
    case when f.enough then f.paused end, case when f.enough then f.unasked end, not f.enough
  from (
    select date_trunc('month', o.at)::date as month, o.clock, count(*)::int as tickets, count(*) filter (where not o.late)::int as met, count(*) filter (where not o.late_plain)::int as met_plain,
      sum(o.paused) as paused, count(*) filter (where o.unasked)::int as unasked,
      -- of a team of one or two, the figure would be about an agent (E5)
      count(distinct t.served_id) >= 5 and (select a.team_id is null or (select count(*) from people.team_member m where m.team_id = a.team_id and m.since <= now() and m.until > now()) >= 3
                                            from agreements.agreement a where a.id = the_agreement) as enough
    from agreements.version v join agreements.outcome o on o.version_id = v.id and o.at >= the_from join tickets.ticket t on t.id = o.ticket_id
    where v.agreement_id = the_agreement and (o.done or o.late) and access.inside() group by 1, 2) f
  order by 1 desc, 2
$$;

-- What was signed and has no targets: service and scope alone, since who signed is for keepers (D8).
create or replace function agreements.unpromised() returns table (service_key text, service jsonb, unit_key text, unit jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select distinct s.key, s.name, u.key, u.name from standings.agreement f join services.service s on s.id = f.service_id and s.id <> all (services.closed_off()) left join people.unit u on u.id = f.scope_unit_id
  where f.superseded_at is null and f.scope <> 'person' and (f.valid_to is null or f.valid_to > current_date) and access.inside()
    and not exists (select from agreements.agreement a where a.kind = 'customer' and a.service_id = f.service_id and a.scope_unit_id is not distinct from f.scope_unit_id)
  order by 1, 3 limit 200
$$;

-- Whether a fact says that it was signed, today.
create or replace function agreements.is_signed(the_agreement bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select exists (select from agreements.agreement a join standings.agreement f on f.service_id = a.service_id and f.scope_unit_id is not distinct from a.scope_unit_id and f.scope <> 'person'
    where a.id = the_agreement and a.kind = 'customer' and f.superseded_at is null and f.valid_from <= current_date and (f.valid_to is null or f.valid_to > current_date) and access.inside())
$$;

-- Under what a ticket is served, for whoever reads it: the agreement by name, whom it covers, from when its terms are. What stands behind
-- that is for those who work on it.
drop function if exists agreements.under(bigint);
create or replace function agreements.under(the_ticket bigint) returns table (version_id bigint, kind text, agreement jsonb, service jsonb, unit jsonb, team jsonb, asker jsonb, supplier jsonb, since date, key text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select v.id, a.kind, a.name, s.name, u.name, team.name, asker.name, supplier.name, v.valid_from, a.key
  from (select k.version_id from agreements.ticket k where k.ticket_id = the_ticket and agreements.may_read(the_ticket)
        union all select b.version_id from agreements.behind(the_ticket) b) x
    join agreements.version v on v.id = x.version_id join agreements.agreement a on a.id = v.agreement_id left join services.service s on s.id = a.service_id left join people.unit u on u.id = a.scope_unit_id
    left join people.team team on team.id = a.team_id left join people.team asker on asker.id = a.asker_id left join people.unit supplier on supplier.id = a.supplier_id
$$;
