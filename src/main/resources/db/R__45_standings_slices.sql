-- ${schema_hash}
-- Questions about standings (D7). Each function ask_… first decides whether the one who asks may know (D8), puts a keeper's look
-- on record, and then gives the slice of facts that the question needs: valid on the day, as believed now. The resolver, which
-- is the same for files, makes the answer of it. Whoever may not know gets no rows, as for what does not exist.
-- After conversations and tickets, since who may know depends on who may read.

-- The facts about services and scopes, as pieces.
create or replace view standings.entitlement_piece with (security_invoker = true) as
  select f.service_id, f.scope, f.scope_unit_id, f.scope_person_id, f.valid_from, f.valid_to,
         row('entitlement', f.key, s.key, f.scope, coalesce(u.key, p.key), null, null, null, f.valid_from, f.valid_to)::standings.piece as piece
  from standings.entitlement f join services.service s on s.id = f.service_id left join people.unit u on u.id = f.scope_unit_id left join people.person p on p.id = f.scope_person_id
  where f.superseded_at is null;
create or replace view standings.funding_piece with (security_invoker = true) as
  select f.service_id, f.scope, f.scope_unit_id, f.scope_person_id, f.payer_unit_id, f.payer_person_id, f.valid_from, f.valid_to,
         row('funding', f.key, s.key, f.scope, coalesce(u.key, p.key), coalesce('u' || pu.key, 'p' || pp.key), f.kind, f.share, f.valid_from, f.valid_to)::standings.piece as piece
  from standings.funding f join services.service s on s.id = f.service_id left join people.unit u on u.id = f.scope_unit_id left join people.person p on p.id = f.scope_person_id
  left join people.unit pu on pu.id = f.payer_unit_id left join people.person pp on pp.id = f.payer_person_id
  where f.superseded_at is null;
create or replace view standings.agreement_piece with (security_invoker = true) as
  select f.service_id, f.scope, f.scope_unit_id, f.scope_person_id, f.signatory_id, f.valid_from, f.valid_to,
         row('agreement', f.key, s.key, f.scope, coalesce(u.key, p.key), by.key, null, null, f.valid_from, f.valid_to)::standings.piece as piece
  from standings.agreement f join services.service s on s.id = f.service_id left join people.unit u on u.id = f.scope_unit_id left join people.person p on p.id = f.scope_person_id
  join people.person by on by.id = f.signatory_id
  where f.superseded_at is null;
create or replace view standings.brokerage_piece with (security_invoker = true) as
  select f.key, f.upstream_key, f.service_id, f.scope, f.scope_unit_id, f.scope_person_id, f.broker_id, f.valid_from, f.valid_to,
         row('brokerage', f.key, s.key, f.scope, coalesce(u.key, p.key), by.key, f.upstream_key, null, f.valid_from, f.valid_to)::standings.piece as piece
  from standings.brokerage f join services.service s on s.id = f.service_id left join people.unit u on u.id = f.scope_unit_id left join people.person p on p.id = f.scope_person_id
  join people.unit by on by.id = f.broker_id
  where f.superseded_at is null;
create or replace view standings.oversight_piece with (security_invoker = true) as
  select f.service_id, f.holder_unit_id, f.holder_person_id, f.valid_from, f.valid_to,
         row('oversight', f.key, s.key, null, null, coalesce('u' || u.key, 'p' || p.key), null, null, f.valid_from, f.valid_to)::standings.piece as piece
  from standings.oversight f left join services.service s on s.id = f.service_id left join people.unit u on u.id = f.holder_unit_id left join people.person p on p.id = f.holder_person_id
  where f.superseded_at is null;
create or replace view standings.placement_piece with (security_invoker = true) as
  select f.unit_id, f.parent_id, f.valid_from, f.valid_to,
         row('placement', f.key, u.key, p.key, null, null, null, null, f.valid_from, f.valid_to)::standings.piece as piece
  from people.placement f join people.unit u on u.id = f.unit_id left join people.unit p on p.id = f.parent_id
  where f.superseded_at is null;
create or replace view standings.membership_piece with (security_invoker = true) as
  select f.unit_id, f.person_id, f.valid_from, f.valid_to,
         row('membership', f.key, p.key, u.key, f.is_primary::text, null, null, null, f.valid_from, f.valid_to)::standings.piece as piece
  from people.membership f join people.unit u on u.id = f.unit_id join people.person p on p.id = f.person_id
  where f.superseded_at is null;
create or replace view standings.office_piece with (security_invoker = true) as
  select f.kind, f.unit_id, f.person_id, f.valid_from, f.valid_to,
         row('office', f.key, f.kind, u.key, p.key, null, null, null, f.valid_from, f.valid_to)::standings.piece as piece
  from people.office f join people.unit u on u.id = f.unit_id join people.person p on p.id = f.person_id
  where f.superseded_at is null;

-- These units and all above them that exist on the day.
create or replace function standings.lines(the_units bigint[], d date) returns bigint[]
language sql stable
begin atomic
  with recursive line as (
    select p.unit_id, p.parent_id from people.placement p
    where p.unit_id = any (the_units) and p.superseded_at is null and p.valid_from <= d and (p.valid_to is null or p.valid_to > d)
    union
    select p.unit_id, p.parent_id from line join people.placement p on p.unit_id = line.parent_id
    where p.superseded_at is null and p.valid_from <= d and (p.valid_to is null or p.valid_to > d)
  ) select coalesce(array_agg(distinct unit_id), '{}') from line;
end;

-- The units for which a person answers: where they hold the office, and down to where somebody's begins.
create or replace function standings.answers_for(the_office text, the_person bigint, d date) returns bigint[]
language sql stable
begin atomic
  with recursive down as (
    select o.unit_id from people.office o
    where o.person_id = the_person and o.kind = the_office and o.superseded_at is null and o.valid_from <= d and (o.valid_to is null or o.valid_to > d)
      and exists (select from people.placement p where p.unit_id = o.unit_id and p.superseded_at is null and p.valid_from <= d and (p.valid_to is null or p.valid_to > d))
    union
    select p.unit_id from down join people.placement p on p.parent_id = down.unit_id
    where p.superseded_at is null and p.valid_from <= d and (p.valid_to is null or p.valid_to > d)
      and not exists (select from people.office o where o.unit_id = p.unit_id and o.kind = the_office and o.superseded_at is null and o.valid_from <= d and (o.valid_to is null or o.valid_to > d))
  ) select coalesce(array_agg(unit_id), '{}') from down;
end;

-- Units with all below them that exist on the day.
create or replace function standings.within(the_units bigint[], d date) returns bigint[]
language sql stable
begin atomic
  with recursive down as (
    select p.unit_id from people.placement p
    where p.unit_id = any (the_units) and p.superseded_at is null and p.valid_from <= d and (p.valid_to is null or p.valid_to > d)
    union
    select p.unit_id from down join people.placement p on p.parent_id = down.unit_id
    where p.superseded_at is null and p.valid_from <= d and (p.valid_to is null or p.valid_to > d)
  ) select coalesce(array_agg(unit_id), '{}') from down;
end;

-- A service and all above it, nearest first. Step by step, since most have nothing above them.
create or replace function standings.line_of(the_service bigint) returns bigint[]
language plpgsql stable
as $$
declare
  line bigint[] := '{}';
  at bigint := the_service;
begin
  while at is not null and at <> all (line) loop
    line := line || at;
    select s.parent_id into at from services.service s where s.id = at;
    if not found then return line[:cardinality(line) - 1]; end if;
  end loop;
  return line;
end $$;

-- How the one who asks may know of this person's standing to this service on a day; null when not (D8). No service: to all.
create or replace function standings.my_sight(the_person bigint, the_service bigint, d date) returns text
language plpgsql stable
as $$
begin
  if access.me() is null or the_person is null then return null; end if;
  if the_person = access.me() and d = current_date
    and (the_service is null or exists (select from services.service s where s.id = the_service and (s.id <> all (services.closed_off()) or s.id = any (services.mine())))) then
    return 'own';
  end if;
  if d = current_date and the_service is not null and exists (
      select from conversations.conversation c where c.served_id = the_person and c.service_id = the_service and conversations.is_my_work(c.id)) then
    return 'served';
  end if;
  if access.has_role('keeper_of_facts') then return 'keeper'; end if;
  return null;
end $$;

-- The services of somebody's tickets that the one who asks works on.
create or replace function standings.served_by_me(the_person bigint) returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select array(select distinct c.service_id from conversations.conversation c
    where c.served_id = the_person and c.service_id is not null and access.me() is not null and conversations.is_my_work(c.id))
$$;

-- A keeper's look at others, or at the past, is on record.
create or replace function standings.put_look(the_person bigint, the_service bigint, d date) returns void
language sql volatile
as $$ insert into standings.look (account_id, person_id, service_id, as_of) values (access.me(), the_person, the_service, d) $$;

-- A unit's place in the tree, and who holds offices there.
create or replace function standings.unit_pieces(the_units bigint[], d date) returns setof standings.piece
language plpgsql stable set plan_cache_mode = force_generic_plan
as $$
begin
  if cardinality(the_units) = 0 then return; end if;
  return query select (x.piece).* from standings.placement_piece x where x.unit_id = any (the_units) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d)
    union all select (x.piece).* from standings.office_piece x where x.unit_id = any (the_units) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
end $$;

-- Everything by which a person stands to any of these services. Tickets only for those who may read them (D8).
create or replace function standings.who_pieces(p bigint, line bigint[], asked_for bigint[], d date) returns setof standings.piece
language plpgsql stable set plan_cache_mode = force_generic_plan
as $$
declare
  direct bigint[];
  ups bigint[];
  heads bigint[] := '{}';
  budgets bigint[] := '{}';
begin
  return query select 'person', x.key, null, null, null, null, null, null::numeric, null::date, null::date from people.person x where x.id = p
    union all select 'service', s.key, up.key, null, null, null, null, null::numeric, null::date, null::date
      from services.service s left join services.service up on up.id = s.parent_id where s.id = any (line)
    union all select (x.piece).* from standings.membership_piece x where x.person_id = p and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
  direct := array(select m.unit_id from people.membership m where m.person_id = p and m.superseded_at is null and m.valid_from <= d and (m.valid_to is null or m.valid_to > d));
  ups := standings.lines(direct, d);
  if exists (select from people.office o where o.person_id = p and o.superseded_at is null) then
    heads := standings.answers_for('head', p, d);
    budgets := standings.answers_for('budget_holder', p, d);
    return query select (x.piece).* from standings.office_piece x where x.person_id = p and x.valid_from <= d and (x.valid_to is null or x.valid_to > d) and x.unit_id <> all (ups || heads || budgets);
    return query select (x.piece).* from standings.brokerage_piece x where x.broker_id = any (heads) and x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
    return query select (x.piece).* from standings.funding_piece x where x.payer_unit_id = any (budgets) and x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
  end if;
  return query select u.* from standings.unit_pieces(array(select distinct unnest(ups || heads || budgets)), d) u;
  -- one statement for all of these: each begun by itself would cost more than what it finds
  return query select (x.piece).* from standings.entitlement_piece x where x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d)
      and (x.scope = 'everybody' or x.scope_person_id = p or x.scope_unit_id = any (ups))
    union all select (x.piece).* from standings.agreement_piece x where x.signatory_id = p and x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d)
    union all select (x.piece).* from standings.funding_piece x where x.payer_person_id = p and x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d)
    union all select (x.piece).* from standings.oversight_piece x where x.holder_person_id = p and (x.service_id is null or x.service_id = any (line)) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d)
    union all select (x.piece).* from standings.oversight_piece x where x.holder_unit_id = any (direct) and (x.service_id is null or x.service_id = any (line)) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d)
    union all select 'observation', o.key, out.key, x.key, s.key, null, null, null::numeric, o.valid_from, o.valid_to
      from standings.observation o join services.output out on out.id = o.output_id join services.service s on s.id = out.service_id join people.person x on x.id = o.person_id
      where o.person_id = p and o.superseded_at is null and out.service_id = any (line) and o.valid_from <= d and (o.valid_to is null or o.valid_to > d)
    union all select 'asked', a.ticket_key, s.key, x.key, null, null, null, null::numeric, a.opened, null::date
      from standings.asked a join services.service s on s.id = a.service_id join people.person x on x.id = a.person_id
      where a.person_id = p and a.service_id = any (asked_for) and a.opened <= d and conversations.my_right(a.ticket_id) is not null;
  if exists (select from standings.initiative_member m where m.person_id = p and m.superseded_at is null) then
    return query select i.* from standings.initiative_pieces(array(select m.initiative_key from standings.initiative_member m where m.person_id = p and m.superseded_at is null), line, p, d) i;
  end if;
end $$;

create or replace function standings.initiative_pieces(the_keys text[], line bigint[], only_person bigint, d date) returns setof standings.piece
language plpgsql stable set plan_cache_mode = force_generic_plan
as $$
begin
  if cardinality(the_keys) = 0 then return; end if;
  return query select 'initiative', i.key, i.name, null, null, null, null, null::numeric, i.valid_from, i.valid_to
    from standings.initiative i where i.key = any (the_keys) and i.superseded_at is null and i.valid_from <= d and (i.valid_to is null or i.valid_to > d);
  return query select 'touches', t.key, t.initiative_key, s.key, null, null, null, null::numeric, t.valid_from, t.valid_to
    from standings.initiative_service t join services.service s on s.id = t.service_id
    where t.initiative_key = any (the_keys) and t.superseded_at is null and t.service_id = any (line) and t.valid_from <= d and (t.valid_to is null or t.valid_to > d);
  return query select 'joins', m.key, m.initiative_key, p.key, null, null, null, null::numeric, m.valid_from, m.valid_to
    from standings.initiative_member m join people.person p on p.id = m.person_id
    where m.initiative_key = any (the_keys) and m.superseded_at is null and (only_person is null or m.person_id = only_person) and m.valid_from <= d and (m.valid_to is null or m.valid_to > d);
end $$;

-- What decides who pays for a person, under which agreement they are served, or through whom it reaches them.
create or replace function standings.closest_pieces(p bigint, the_service bigint, what text, with_sponsors boolean, d date) returns setof standings.piece
language plpgsql stable set plan_cache_mode = force_generic_plan
as $$
declare
  line bigint[] := standings.line_of(the_service);
  direct bigint[];
  ups bigint[];
begin
  return query select 'person', x.key, null, null, null, null, null, null::numeric, null::date, null::date from people.person x where x.id = p
    union all select 'service', s.key, up.key, null, null, null, null, null::numeric, null::date, null::date
      from services.service s left join services.service up on up.id = s.parent_id where s.id = any (line)
    union all select (x.piece).* from standings.membership_piece x where x.person_id = p and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
  direct := array(select m.unit_id from people.membership m where m.person_id = p and m.superseded_at is null and m.valid_from <= d and (m.valid_to is null or m.valid_to > d));
  ups := standings.lines(direct, d);
  if what = 'pays' then
    return query select (x.piece).* from standings.funding_piece x where x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d)
      and (x.scope = 'everybody' or x.scope_person_id = p or x.scope_unit_id = any (ups));
    if with_sponsors then
      ups := standings.lines(ups || array(select f.payer_unit_id from standings.funding f where f.service_id = any (line) and f.payer_unit_id is not null and f.superseded_at is null
        and f.valid_from <= d and (f.valid_to is null or f.valid_to > d) and (f.scope = 'everybody' or f.scope_person_id = p or f.scope_unit_id = any (ups))), d);
    end if;
  elsif what = 'agreement' then
    return query select (x.piece).* from standings.agreement_piece x where x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d)
      and (x.scope = 'everybody' or x.scope_person_id = p or x.scope_unit_id = any (ups));
  else
    return query with recursive up as (
        select b.key, b.upstream_key from standings.brokerage b where b.service_id = any (line) and b.superseded_at is null
          and (b.scope = 'everybody' or b.scope_person_id = p or b.scope_unit_id = any (ups))
        union select b.key, b.upstream_key from up join standings.brokerage b on b.key = up.upstream_key and b.superseded_at is null
      ) select (x.piece).* from standings.brokerage_piece x where x.key in (select up.key from up);
  end if;
  return query select u.* from standings.unit_pieces(ups, d) u;
end $$;

-- Whom a service has in one standing.
create or replace function standings.whom_pieces(the_service bigint, standing text, d date) returns setof standings.piece
language plpgsql stable set plan_cache_mode = force_generic_plan
as $$
declare
  line bigint[] := standings.line_of(the_service);
  units bigint[] := '{}';
begin
  return query select 'service', s.key, up.key, null, null, null, null, null::numeric, null::date, null::date
    from services.service s left join services.service up on up.id = s.parent_id where s.id = any (line);
  case standing
  when 'user' then
    return query select (x.piece).* from standings.entitlement_piece x where x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
    if exists (select from standings.entitlement e where e.service_id = any (line) and e.scope = 'everybody' and e.superseded_at is null and e.valid_from <= d and (e.valid_to is null or e.valid_to > d)) then
      return query select 'person', x.key, null, null, null, null, null, null::numeric, null::date, null::date from people.person x where x.erased_at is null;
    else
      units := standings.within(array(select e.scope_unit_id from standings.entitlement e where e.service_id = any (line) and e.scope_unit_id is not null and e.superseded_at is null
        and e.valid_from <= d and (e.valid_to is null or e.valid_to > d)), d);
      return query select (x.piece).* from standings.placement_piece x where x.unit_id = any (units) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
      return query select (x.piece).* from standings.membership_piece x where x.unit_id = any (units) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
    end if;
    return query select 'asked', a.ticket_key, s.key, x.key, null, null, null, null::numeric, a.opened, null::date
      from standings.asked a join services.service s on s.id = a.service_id join people.person x on x.id = a.person_id
      where a.service_id = the_service and a.opened <= d
        and a.ticket_id in (select r.conversation_id from conversations.reader r where r.key = any (access.keys())) and conversations.my_right(a.ticket_id) is not null;
  when 'customer' then
    return query select (x.piece).* from standings.agreement_piece x where x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
  when 'sponsor' then
    return query select (x.piece).* from standings.funding_piece x where x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
    units := standings.lines(array(select distinct f.payer_unit_id from standings.funding f where f.service_id = any (line) and f.payer_unit_id is not null and f.superseded_at is null
      and f.valid_from <= d and (f.valid_to is null or f.valid_to > d)), d);
    return query select u.* from standings.unit_pieces(units, d) u;
  when 'overseer' then
    return query select (x.piece).* from standings.oversight_piece x where (x.service_id is null or x.service_id = any (line)) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
    units := array(select o.holder_unit_id from standings.oversight o where (o.service_id is null or o.service_id = any (line)) and o.holder_unit_id is not null and o.superseded_at is null
      and o.valid_from <= d and (o.valid_to is null or o.valid_to > d));
    return query select (x.piece).* from standings.placement_piece x where x.unit_id = any (units) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
    return query select (x.piece).* from standings.membership_piece x where x.unit_id = any (units) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
  when 'broker' then
    return query select (x.piece).* from standings.brokerage_piece x where x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d);
    units := standings.lines(array(select distinct b.broker_id from standings.brokerage b where b.service_id = any (line) and b.superseded_at is null
      and b.valid_from <= d and (b.valid_to is null or b.valid_to > d)), d);
    return query select u.* from standings.unit_pieces(units, d) u;
  when 'partner' then
    return query select i.* from standings.initiative_pieces(array(select distinct t.initiative_key from standings.initiative_service t where t.service_id = any (line) and t.superseded_at is null), line, null, d) i;
  when 'observer' then
    return query select 'observation', o.key, out.key, x.key, s.key, null, null, null::numeric, o.valid_from, o.valid_to
      from services.output out join standings.observation o on o.output_id = out.id and o.superseded_at is null join services.service s on s.id = out.service_id join people.person x on x.id = o.person_id
      where out.service_id = any (line) and o.valid_from <= d and (o.valid_to is null or o.valid_to > d);
  end case;
end $$;

-- The first piece says by what right.
create or replace function standings.ask_who(the_person text, the_service text, d date) returns setof standings.piece
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  p bigint := (select id from people.person where key = the_person and erased_at is null);
  s bigint := (select id from services.service where key = the_service);
  sight text := standings.my_sight(p, s, d);
begin
  if sight is null or s is null then return; end if;
  if sight = 'keeper' then perform standings.put_look(p, s, d); end if;
  return next row('right', sight, null, null, null, null, null, null, null, null)::standings.piece;
  return query select x.* from standings.who_pieces(p, standings.line_of(s), array[s], d) x;
end $$;

-- To every service that one may know of: one's own today, or as a keeper; an agent's to those of the person's tickets that the
-- agent works on. Pieces "to" say which services were asked about.
create or replace function standings.ask_all(the_person text, d date) returns setof standings.piece
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  p bigint := (select id from people.person where key = the_person and erased_at is null);
  sight text := standings.my_sight(p, null, d);
  wanted bigint[];
begin
  if sight is null and d = current_date then
    wanted := standings.served_by_me(p);
    if cardinality(wanted) > 0 then sight := 'served'; end if;
  else
    wanted := array(select s.id from services.service s where sight = 'keeper' or s.id <> all (services.closed_off()) or s.id = any (services.mine()));
  end if;
  if sight is null then return; end if;
  if sight = 'keeper' then perform standings.put_look(p, null, d); end if;
  return next row('right', sight, null, null, null, null, null, null, null, null)::standings.piece;
  return query select 'to', s.key, null, null, null, null, null, null::numeric, null::date, null::date from services.service s where s.id = any (wanted);
  return query select x.* from standings.who_pieces(p, case when sight = 'served' then array(select l.id from unnest(wanted) e, services.line(e) l) else wanted end, wanted, d) x;
end $$;

-- The one whom a ticket serves, to its service, today: for those who work on it (D8). Without a service only who they are and where.
create or replace function standings.ask_served(the_ticket text) returns setof standings.piece
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  t conversations.conversation;
begin
  select * into t from conversations.conversation c where c.number = the_ticket;
  if t.id is null or not conversations.is_my_work(t.id) then return; end if;
  return next row('right', 'served', null, null, null, null, null, null, null, null)::standings.piece;
  return query select 'to', s.key, null, null, null, null, null, null::numeric, null::date, null::date from services.service s where s.id = t.service_id;
  return query select x.* from standings.who_pieces(t.served_id, standings.line_of(t.service_id), array[t.service_id], current_date) x;
end $$;

-- What decides who pays for a ticket, as of the day it was opened (D7), which the first piece says; for those who work on it.
create or replace function standings.ask_served_pays(the_ticket text) returns setof standings.piece
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  t conversations.conversation;
begin
  select * into t from conversations.conversation c where c.number = the_ticket;
  if t.id is null or t.service_id is null or not conversations.is_my_work(t.id) then return; end if;
  return next row('right', 'served', null, null, null, null, null, null, t.opened_at::date, null)::standings.piece;
  return query select x.* from standings.closest_pieces(t.served_id, t.service_id, 'pays', false, t.opened_at::date) x;
end $$;

-- "pays", "agreement" or "chain". Each broker knows its neighbours alone, so the whole chain is the keepers' (D5); who answers
-- for the money of others is theirs too.
create or replace function standings.ask_closest(what text, the_person text, the_service text, d date) returns setof standings.piece
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  p bigint := (select id from people.person where key = the_person and erased_at is null);
  s bigint := (select id from services.service where key = the_service);
  sight text := case when what = 'chain' or d <> current_date then case when access.has_role('keeper_of_facts') then 'keeper' end else standings.my_sight(p, s, d) end;
begin
  if sight is null or p is null or s is null then return; end if;
  if sight <> 'keeper' and access.has_role('keeper_of_facts') then sight := 'keeper'; end if;
  if sight = 'keeper' then perform standings.put_look(p, s, d); end if;
  return next row('right', sight, null, null, null, null, null, null, null, null)::standings.piece;
  return query select x.* from standings.closest_pieces(p, s, what, sight = 'keeper', d) x;
end $$;

-- How the one who asks may know whom a service has: keepers; and who owns it, today. Null: not.
create or replace function standings.my_sight_of(the_service bigint, d date) returns text
language sql stable
as $$
  select case when access.me() is null or the_service is null then null when access.has_role('keeper_of_facts') then 'keeper'
    when d = current_date and exists (select from access.role_grant g where g.account_id = access.me() and g.role = 'service_owner' and g.since <= now() and g.until > now()
      and g.about_id = any (standings.line_of(the_service))) then 'owner' end
$$;

-- Keepers; and who owns the service, today, its users as a count.
create or replace function standings.ask_whom(the_service text, standing text, d date) returns setof standings.piece
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  s bigint := (select id from services.service where key = the_service);
  sight text := standings.my_sight_of(s, d);
begin
  if sight is null then return; end if;
  if sight = 'keeper' then perform standings.put_look(null, s, d); end if;
  return next row('right', sight, null, null, null, null, null, null, null, null)::standings.piece;
  return query select x.* from standings.whom_pieces(s, standing, d) x;
end $$;

-- Whom a service has by the unit in which they are: the units to which it is given, and those right below them, each person once:
-- where their primary membership is, so that only those whose primary one is elsewhere need be looked at one by one.
-- Without a unit: those whom it is given by name, or who are in none.
create or replace function standings.users_by_unit(the_service bigint, d date) returns table (unit text, above text, people bigint)
language plpgsql stable set plan_cache_mode = force_custom_plan
as $$
declare
  line bigint[] := standings.line_of(the_service);
  everybody boolean := exists (select from standings.entitlement e where e.service_id = any (line) and e.scope = 'everybody' and e.superseded_at is null and e.valid_from <= d and (e.valid_to is null or e.valid_to > d));
  tops bigint[] := case when everybody
    then array(select p.unit_id from people.placement p where p.parent_id is null and p.superseded_at is null and p.valid_from <= d and (p.valid_to is null or p.valid_to > d))
    else array(select e.scope_unit_id from standings.entitlement e where e.service_id = any (line) and e.scope_unit_id is not null and e.superseded_at is null and e.valid_from <= d and (e.valid_to is null or e.valid_to > d)) end;
  ids bigint[];
  buckets bigint[];
begin
  tops := array(select t.id from unnest(tops) as t (id)
    where not exists (select from unnest(standings.lines(array[t.id], d)) l where l <> t.id and l = any (tops)));
  -- into arrays first: of these PostgreSQL sees how many there are, and joins many otherwise than few
  with recursive tree (id, bucket, steps) as (
    select p.unit_id, p.unit_id, 0 from people.placement p
    where p.unit_id = any (tops) and p.superseded_at is null and p.valid_from <= d and (p.valid_to is null or p.valid_to > d)
    union all
    select p.unit_id, case when tree.steps = 0 then p.unit_id else tree.bucket end, tree.steps + 1
    from tree join people.placement p on p.parent_id = tree.id and p.superseded_at is null and p.valid_from <= d and (p.valid_to is null or p.valid_to > d)
    where tree.steps < 60
  ) select array_agg(tree.id), array_agg(tree.bucket) into ids, buckets from tree;
  return query with first as (
      select t.bucket, count(*) as people from unnest(ids, buckets) as t (id, bucket) join people.membership m on m.unit_id = t.id
      where m.is_primary and m.superseded_at is null and m.valid_from <= d and (m.valid_to is null or m.valid_to > d)
      group by t.bucket
    ), other as (
      select distinct on (m.person_id) m.person_id, t.bucket from unnest(ids, buckets) as t (id, bucket) join people.membership m on m.unit_id = t.id
      where not m.is_primary and m.superseded_at is null and m.valid_from <= d and (m.valid_to is null or m.valid_to > d)
        and not exists (select from people.membership f where f.person_id = m.person_id and f.unit_id = any (ids)
          and f.is_primary and f.superseded_at is null and f.valid_from <= d and (f.valid_to is null or f.valid_to > d))
      order by m.person_id, m.unit_id
    ), cell as (
      select c.bucket, sum(c.people)::bigint as people from (select first.bucket, first.people from first union all select other.bucket, 1 from other) c group by c.bucket
    )
    select u.key, (select up.key from people.placement p join people.unit up on up.id = p.parent_id
        where p.unit_id = u.id and u.id <> all (tops) and p.superseded_at is null and p.valid_from <= d and (p.valid_to is null or p.valid_to > d)), cell.people
      from cell join people.unit u on u.id = cell.bucket
    union all
    select null, null, x.people from (
      select case when everybody then (select count(*) from people.person p where p.erased_at is null) - coalesce((select sum(c.people) from cell c), 0)
        else (select count(distinct e.scope_person_id) from standings.entitlement e where e.service_id = any (line) and e.scope_person_id is not null and e.superseded_at is null
          and e.valid_from <= d and (e.valid_to is null or e.valid_to > d) and not exists (select from people.membership m
            where m.person_id = e.scope_person_id and m.unit_id = any (ids) and m.superseded_at is null and m.valid_from <= d and (m.valid_to is null or m.valid_to > d))) end::bigint as people) x
      where x.people > 0;
end $$;

-- How the parties of a service hang together: the facts on it that are valid on the day, for those who may ask whom it has; at
-- most 200 of a kind, and what they lead to. Users come as numbers.
create or replace function standings.ask_parties(the_service text, d date) returns setof standings.piece
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  s bigint := (select id from services.service where key = the_service);
  sight text := standings.my_sight_of(s, d);
  line bigint[] := standings.line_of(s);
begin
  if sight is null then return; end if;
  if sight = 'keeper' then perform standings.put_look(null, s, d); end if;
  return next row('right', sight, null, null, null, null, null, null, null, null)::standings.piece;
  return query select 'to', x.key, u.key, null, null, null, null, null::numeric, null::date, null::date from services.service x join people.unit u on u.id = x.provider_id where x.id = s;
  return query select distinct w.* from unnest(array['customer', 'overseer', 'broker', 'partner', 'observer']) as k (standing), standings.whom_pieces(s, k.standing, d) w;
  return query select (x.piece).* from standings.funding_piece x where x.service_id = any (line) and x.valid_from <= d and (x.valid_to is null or x.valid_to > d)
    order by array_position(line, x.service_id), x.scope, x.scope_unit_id, x.scope_person_id, (x.piece).n desc limit 200;
  return query select 'count', coalesce(c.unit, ''), c.above, null, null, null, null, c.people::numeric, null::date, null::date from standings.users_by_unit(s, d) c;
end $$;

-- The users of a service by key, from one key on, for keepers. Where it is given to much of the house, people are walked through in
-- order, since most of them are users; where it is given to little, its users are gathered.
create or replace function standings.ask_users(the_service text, d date, after_key text, wanted int) returns setof standings.piece
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
  s bigint := (select id from services.service where key = the_service);
  line bigint[] := standings.line_of(s);
  named bigint[];
  units bigint[];
begin
  if standings.my_sight_of(s, d) is distinct from 'keeper' then return; end if;
  perform standings.put_look(null, s, d);
  return next row('right', 'keeper', null, null, null, null, null, null, null, null)::standings.piece;
  if exists (select from standings.entitlement e where e.service_id = any (line) and e.scope = 'everybody' and e.superseded_at is null and e.valid_from <= d and (e.valid_to is null or e.valid_to > d)) then
    return query select 'user', p.key, p.name, null, null, null, null, null::numeric, null::date, null::date
      from people.person p where p.erased_at is null and p.key > after_key collate "C" order by p.key limit wanted;
    return;
  end if;
  units := standings.within(array(select e.scope_unit_id from standings.entitlement e where e.service_id = any (line) and e.scope_unit_id is not null and e.superseded_at is null
    and e.valid_from <= d and (e.valid_to is null or e.valid_to > d)), d);
  named := array(select e.scope_person_id from standings.entitlement e where e.service_id = any (line) and e.scope_person_id is not null and e.superseded_at is null
      and e.valid_from <= d and (e.valid_to is null or e.valid_to > d)
    union select a.person_id from standings.asked a where a.service_id = s and a.opened <= d
      and a.ticket_id in (select r.conversation_id from conversations.reader r where r.key = any (access.keys())) and conversations.my_right(a.ticket_id) is not null);
  if cardinality(units) > 200 and cardinality(units) * 20 > (select c.reltuples from pg_class c where c.oid = 'people.unit'::regclass) then
    return query select 'user', p.key, p.name, null, null, null, null, null::numeric, null::date, null::date from people.person p
      where p.key > after_key collate "C" and (p.id = any (named) or exists (select from people.membership m where m.person_id = p.id and m.unit_id = any (units)
        and m.superseded_at is null and m.valid_from <= d and (m.valid_to is null or m.valid_to > d) offset 0)) -- offset: probed one by one, never gathered
      order by p.key limit wanted;
  else
    return query select 'user', p.key, p.name, null, null, null, null, null::numeric, null::date, null::date
      from people.person p where p.id in (select unnest(named) union select m.person_id from people.membership m where m.unit_id = any (units)
        and m.superseded_at is null and m.valid_from <= d and (m.valid_to is null or m.valid_to > d))
      and p.key > after_key collate "C" order by p.key limit wanted;
  end if;
end $$;

-- Who may read a ticket, by name: for the agents who work on it, since the one served sees teams (P5); how it was, for those of
-- them who keep the facts.
create or replace function standings.ask_readers(the_ticket text, d date) returns setof standings.piece
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  t conversations.conversation;
begin
  select * into t from conversations.conversation c where c.number = the_ticket;
  if t.id is null or not conversations.is_my_work(t.id) or d <> current_date and not access.has_role('keeper_of_facts') then return; end if;
  if d <> current_date then perform standings.put_look(t.served_id, t.service_id, d); end if;
  return next row('right', 'reader', null, null, null, null, null, null, null, null)::standings.piece;
  return query select 'service', s.key, up.key, null, null, null, null, null::numeric, null::date, null::date
    from services.service s left join services.service up on up.id = s.parent_id where s.id = any (standings.line_of(t.service_id));
  return query select 'ticket', t.number, coalesce(s.key, ''), p.key, null, null, null, null::numeric, t.opened_at::date, null::date
    from people.person p left join services.service s on s.id = t.service_id where p.id = t.served_id;
  return query select 'on', t.number, team.key, null, null, null, null, null::numeric, o.since::date, standings.first_day_after(o.until)
    from tickets.on_ticket o join people.team team on team.id = o.team_id where o.ticket_id = t.id;
  return query select 'team', team.key, p.key, null, null, null, null, null::numeric, m.since::date, standings.first_day_after(m.until)
    from people.team_member m join people.team team on team.id = m.team_id join people.person p on p.id = m.person_id
    where m.team_id in (select o.team_id from tickets.on_ticket o where o.ticket_id = t.id);
  return query select 'let_in', l.key, served.key, p.key, case when l.conversation_id is not null then t.number end, s.key, null, null::numeric, l.since::date, standings.first_day_after(l.until)
    from conversations.let_in l join people.person served on served.id = l.served_id join people.person p on p.id = l.person_id left join services.service s on s.id = l.service_id
    where l.served_id = t.served_id and (l.conversation_id = t.id or l.service_id is not null);
  return query select 'seal', b.key, t.number, asked.key, approved.key, null, null, null::numeric, b.since::date, standings.first_day_after(b.until)
    from conversations.seal_break b join people.person asked on asked.id = b.asked_by join people.person approved on approved.id = b.approved_by
    where b.conversation_id = t.id and b.since is not null and (b.tell_at is null or b.tell_at <= now());
end $$;

-- For whoever runs the machine, at its console: as a keeper, on record in the log, and without anybody's tickets. No role has it.
create or replace function standings.console_pieces(the_person text, the_service text, d date) returns setof standings.piece
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
declare
  p bigint := (select id from people.person where key = the_person and erased_at is null);
  wanted bigint[] := array(select id from services.service where the_service is null or key = the_service);
begin
  if p is null then return; end if;
  insert into log.event (verb, subject, subject_id, data)
  values ('person.looked_at', 'person', p, jsonb_strip_nulls(jsonb_build_object('as_of', d, 'service', case when the_service is not null then wanted[1] end)));
  return next row('right', 'keeper', null, null, null, null, null, null, null, null)::standings.piece;
  return query select 'to', s.key, null, null, null, null, null, null::numeric, null::date, null::date from services.service s where s.id = any (wanted);
  return query select x.* from standings.who_pieces(p, array(select distinct l.id from unnest(wanted) e, services.line(e) l), '{}', d) x;
end $$;

-- What ends within a day still counts on it.
create or replace function standings.first_day_after(the_end timestamptz) returns date
language sql stable
return case when the_end = 'infinity' then null when the_end::date::timestamptz = the_end then the_end::date else the_end::date + 1 end;

-- Only the questions are for everybody; the rest is theirs alone.
revoke execute on function standings.my_sight(bigint, bigint, date), standings.served_by_me(bigint), standings.my_sight_of(bigint, date), standings.users_by_unit(bigint, date), standings.console_pieces(text, text, date), standings.put_look(bigint, bigint, date), standings.who_pieces(bigint, bigint[], bigint[], date),
  standings.closest_pieces(bigint, bigint, text, boolean, date), standings.whom_pieces(bigint, text, date) from public;
revoke execute on function standings.ask_who(text, text, date), standings.ask_all(text, date), standings.ask_served(text), standings.ask_served_pays(text), standings.ask_parties(text, date), standings.ask_users(text, date, text, int), standings.ask_closest(text, text, text, date), standings.ask_whom(text, text, date),
  standings.ask_readers(text, date) from public;
grant execute on function standings.ask_who(text, text, date), standings.ask_all(text, date), standings.ask_served(text), standings.ask_served_pays(text), standings.ask_parties(text, date), standings.ask_users(text, date, text, int), standings.ask_closest(text, text, text, date), standings.ask_whom(text, text, date),
  standings.ask_readers(text, date) to whom_app;
