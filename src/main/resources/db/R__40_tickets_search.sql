-- ${schema_hash}
-- Searching. Words are kept apart from what may be read by policies, since text search under a policy uses no index: so each
-- function here applies by itself what the asker may read, and answers with ids; the text is then fetched under the policies.

create or replace function tickets.stemmed(the_words text) returns tsvector
language sql immutable parallel safe
return to_tsvector('pg_catalog.english', left(the_words, 20000)) || to_tsvector('pg_catalog.german', left(the_words, 20000));

-- Whose keys open a ticket, for the index of words. It may name one that opens it no more.
create or replace function tickets.keys_to(the_ticket bigint) returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce(array_agg(s.key), '{}') from tickets.sight s where s.ticket_id = the_ticket $$;

create or replace function tickets.words_of_keys() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update tickets.words w set keys = array(select distinct k from unnest(tickets.keys_to(w.ticket_id) || w.keys) k)
  where w.ticket_id = any (array(select f.ticket_id from fresh f))
    and exists (select from fresh f where f.ticket_id = w.ticket_id and f.key <> all (w.keys));
  return null;
end $$;
drop trigger if exists words_of_keys on tickets.sight;
create trigger words_of_keys after insert on tickets.sight referencing new table as fresh for each statement execute function tickets.words_of_keys();

-- A subject is heard by all who read the ticket (A), what was said by the one served and the agents (B), a note by agents (D). A ticket mostly comes
-- with its first words, and then both are written at once, by those; what has none yet is looked after at the end of the transaction.
create or replace function tickets.words_of_ticket() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into tickets.words (ticket_id, plain, document, keys)
  select t.id, t.subject || ' ' || t.number, setweight(tickets.stemmed(t.subject), 'A'), tickets.keys_to(t.id) from tickets.ticket t
  where t.id = new.id and not exists (select from tickets.words w where w.ticket_id = new.id)
  on conflict (ticket_id) do nothing;
  return null;
end $$;
drop trigger if exists words_of_ticket on tickets.ticket;
create constraint trigger words_of_ticket after insert on tickets.ticket deferrable initially deferred for each row execute function tickets.words_of_ticket();

create or replace function tickets.words_of_subject() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into tickets.words (ticket_id, plain, document, keys)
  values (new.id, new.subject || ' ' || new.number, setweight(tickets.stemmed(new.subject), 'A'), tickets.keys_to(new.id))
  on conflict (ticket_id) do update set plain = excluded.plain, document = excluded.document || ts_filter(words.document, '{b,d}');
  return null;
end $$;
drop trigger if exists words_of_subject on tickets.ticket;
create trigger words_of_subject after update of subject on tickets.ticket for each row when (old.subject <> new.subject) execute function tickets.words_of_subject();

-- A conversation too long for one document keeps the words it has.
drop trigger if exists words_of_message on conversations.message;
drop function if exists tickets.words_of_message();
create or replace function tickets.words_of_messages() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  done bigint[];
  said record;
begin
  with first as materialized (
    select distinct on (m.conversation_id) m.id, m.conversation_id, coalesce(nullif(m.trimmed, ''), m.text) as words, case m.audience when 'main' then 'B' else 'D' end::"char" as weight
    from fresh m where m.audience <> 'side' order by m.conversation_id, m.id
  ), made as (
    insert into tickets.words (ticket_id, plain, document, keys)
    select t.id, t.subject || ' ' || t.number, setweight(tickets.stemmed(t.subject), 'A') || setweight(tickets.stemmed(f.words), f.weight), tickets.keys_to(t.id)
    from first f cross join lateral (select k.id, k.subject, k.number from tickets.ticket k where k.id = f.conversation_id offset 0) t
    where not exists (select from tickets.words w where w.ticket_id = f.conversation_id)
    on conflict (ticket_id) do nothing returning ticket_id
  )
  select coalesce(array_agg(f.id), '{}') into done from made join first f on f.conversation_id = made.ticket_id;
  for said in select m.conversation_id, coalesce(nullif(m.trimmed, ''), m.text) as words, case m.audience when 'main' then 'B' else 'D' end::"char" as weight
      from fresh m where m.audience <> 'side' and m.id <> all (done) order by m.id loop
    begin
      update tickets.words set document = document || setweight(tickets.stemmed(said.words), said.weight) where ticket_id = said.conversation_id;
    exception when program_limit_exceeded then
      continue;
    end;
  end loop;
  return null;
end $$;
drop trigger if exists words_of_messages on conversations.message;
create trigger words_of_messages after insert on conversations.message referencing new table as fresh for each statement execute function tickets.words_of_messages();

-- Erased words are found no more (D9).
create or replace function tickets.words_again() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update tickets.words w set document = setweight(tickets.stemmed(t.subject), 'A')
    || setweight(tickets.stemmed(coalesce((select string_agg(coalesce(nullif(m.trimmed, ''), m.text), ' ' order by m.id) from conversations.message m where m.conversation_id = t.id and m.audience = 'main'), '')), 'B')
    || setweight(tickets.stemmed(coalesce((select string_agg(coalesce(nullif(m.trimmed, ''), m.text), ' ' order by m.id) from conversations.message m where m.conversation_id = t.id and m.audience = 'notes'), '')), 'D')
  from tickets.ticket t where t.id = old.conversation_id and w.ticket_id = t.id;
  return null;
end $$;
drop trigger if exists words_again on conversations.message;
create trigger words_again after delete or update of text, trimmed on conversations.message for each row execute function tickets.words_again();

-- The same question of words with these weights only.
create or replace function tickets.heard_as(the_question tsquery, weights text) returns tsquery
language sql immutable parallel safe
return regexp_replace(the_question::text, '(''(?:[^'']|'''')*'')(?::(\*))?', '\1:\2' || weights, 'g')::tsquery;

create or replace function tickets.asked_by_any(the_question tsquery) returns tsquery
language sql immutable parallel safe
return case when the_question::text like '%!%' then the_question || tickets.heard_as(the_question, 'AB') || tickets.heard_as(the_question, 'A') else the_question end;

-- What these keys open, as a condition to be executed. Of many keys the index would look up each for each word it finds: they open most anyway.
create or replace function tickets.opened_by(the_keys bigint[]) returns text
language sql immutable parallel safe
return case when cardinality(the_keys) <= 10 then format('keys && %L::bigint[]', the_keys) else 'true' end;

-- How many tickets the planner expects to be opened by these keys, and to contain it where something is asked: where a word stands
-- among the common ones is known. Volatile, since explaining is not allowed otherwise; nothing is changed.
drop function if exists tickets.expected(tsquery);
create or replace function tickets.expected(the_question tsquery, the_keys bigint[]) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare plan json;
begin
  execute 'explain (format json) select from tickets.words where ' || tickets.opened_by(the_keys) || case when the_question is null then '' else format(' and document @@ %L::tsquery', the_question::text) end into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::numeric::bigint;
end $$;

-- Whether the asker may find w by these words, as text to be executed: agents by all of them ($1), the one served by what was said
-- and the subject ($2), those let in by the subject alone ($3), since what was said before opens to them only where picked (P3).
-- $7 is what any of them could find by, for the index: where a word must not be there, that is not the same as $1; else agents are not
-- asked for it twice.
-- The rights are those of conversations.my_rights; spelled out here, since a call for each row took ten times as long. Its few keys are
-- passed over: to look up forty in the index for each ticket took ten times as long too.
drop function if exists tickets.findable();
create or replace function tickets.findable(by_all tsquery) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select format('w.document @@ $7 and w.ticket_id <> all (%L::bigint[]) and (
      select true from conversations.reader r
      where r.conversation_id = w.ticket_id and r.key + 0 = any (%L::bigint[]) and r.since <= now() and r.until > now()
        and (r.since >= %L or r.key <> all (%L::bigint[]))
        and (r.agents%s or r."right" in (''served'', ''stands_in'') and w.document @@ $2 or w.document @@ $3) limit 1)',
    conversations.my_shut_outs(), access.keys(), access.young_since(), access.young_keys(),
    case when tickets.asked_by_any(by_all) = by_all then '' else ' and w.document @@ $1' end)
$$;

-- What the asker has in sight, newest change first, as text to be executed: with few keys their indexes are merged, with many
-- the index of all is walked.
create or replace function tickets.in_sight(keys bigint[]) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case when cardinality(keys) > 40 then
    format('select updated_at, ticket_id from tickets.sight where key = any (%L::bigint[]) and (updated_at, ticket_id) < ($4, $5)', keys)
  else (select string_agg(format('(select updated_at, ticket_id from tickets.sight where key = %s and (updated_at, ticket_id) < ($4, $5)
                                   order by updated_at desc, ticket_id desc)', k), ' union all ') from unnest(keys) k) end
$$;

-- A common word is walked to. Sorting is off, so that rows come in the order of an index and the walk ends when enough is found;
-- after 20,000 it gives up.
create or replace function tickets.walked_to(by_all tsquery, before_at timestamptz, before_id bigint, wanted int)
returns table (ticket_id bigint, updated_at timestamptz, gave_up boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
set enable_sort = off
as $$
declare
  far constant int := 20000;
  sight text := format('select distinct on (s.updated_at, s.ticket_id) s.updated_at, s.ticket_id from (%s) s order by s.updated_at desc, s.ticket_id desc limit %s',
                       tickets.in_sight(access.keys()), far);
  came int;
begin
  return query execute format('select s.ticket_id, s.updated_at, false from (%s) s
      cross join lateral (select from tickets.words w where w.ticket_id = s.ticket_id and %s offset 0) w
      order by s.updated_at desc, s.ticket_id desc limit $6', sight, tickets.findable(by_all))
    using by_all, tickets.heard_as(by_all, 'AB'), tickets.heard_as(by_all, 'A'), before_at, before_id, wanted, tickets.asked_by_any(by_all);
  get diagnostics came = row_count;
  if came < wanted then
    return query execute format('select s.ticket_id, s.updated_at, true from (%s) s order by s.updated_at desc, s.ticket_id desc offset %s', sight, far - 1)
      using null, null, null, before_at, before_id;
  end if;
end $$;

-- Newest change first, what the asker may read and find by these words; "question" as to_tsquery takes it. A rare word is looked up,
-- a common one is walked to; docs/lists.md has the figures. A row that gave up is no hit: older ones were not looked at.
create or replace function tickets.found(question text, before_at timestamptz, before_id bigint, wanted int)
returns table (ticket_id bigint, updated_at timestamptz, gave_up boolean)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  english tsquery := to_tsquery('pg_catalog.english', question);
  german tsquery := to_tsquery('pg_catalog.german', question);
  by_all tsquery := case when english = german then english else english || german end;
  mine bigint[] := access.keys();
  hits bigint;
begin
  if cardinality(mine) = 0 or numnode(by_all) = 0 then return; end if;
  hits := tickets.expected(tickets.asked_by_any(by_all), mine);
  -- so few are looked up for less than it takes to ask the planner once more
  if hits > 100 and hits > sqrt(tickets.expected(null, mine)::float * wanted) then
    return query select * from tickets.walked_to(by_all, before_at, before_id, wanted);
  else
    -- rights are asked in the order of the answer, until enough is found: that is where most of the time would go
    return query execute format('select h.id, h.updated_at, false
      from (select t.id, t.updated_at from tickets.words f cross join lateral (select t.id, t.updated_at from tickets.ticket t where t.id = f.ticket_id offset 0) t
            where %s and f.document @@ $7 and (t.updated_at, t.id) < ($4, $5) order by t.updated_at desc, t.id desc) h
      cross join lateral (select from tickets.words w where w.ticket_id = h.id and %s offset 0) w
      order by h.updated_at desc, h.id desc limit $6', tickets.opened_by(mine), tickets.findable(by_all))
      using by_all, tickets.heard_as(by_all, 'AB'), tickets.heard_as(by_all, 'A'), before_at, before_id, wanted, tickets.asked_by_any(by_all);
  end if;
end $$;

-- Loads pg_trgm: whoever is no superuser may name its parameters only then, and later migrations run this again in a fresh session.
select public.similarity('whom', 'whom');

-- Subjects and numbers with words like these, the likest first: for what was mistyped.
create or replace function tickets.nearly(the_words text, wanted int) returns table (ticket_id bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
set pg_trgm.word_similarity_threshold = 0.5
as $$
begin
  return query execute format('select near.ticket_id
      from (select w.ticket_id, word_similarity($1, w.plain) as likeness from tickets.words w where $1 <%% w.plain and %s limit 2000) near
      where (select true from conversations.my_rights(near.ticket_id) limit 1)
      order by near.likeness desc, near.ticket_id desc limit $2', tickets.opened_by(access.keys()))
    using the_words, wanted;
end $$;

-- For lists: what the asker may read whose subject contains this, where that is rare; null where it is not, or too short to look up.
create or replace function tickets.naming(the_words text, at_most int) returns bigint[]
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  pattern text := '%' || replace(replace(replace(the_words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  plan json;
begin
  if cardinality(access.keys()) = 0 then return '{}'; end if;
  execute format('explain (format json) select from tickets.words where plain ilike %L', pattern) into plan;
  if length(the_words) < 3 or (plan -> 0 -> 'Plan' ->> 'Plan Rows')::numeric > at_most then return null; end if;
  return (select coalesce(array_agg(w.ticket_id), '{}') from (select w.ticket_id from tickets.words w where w.plain ilike pattern limit at_most * 10) w
          where (select true from conversations.my_rights(w.ticket_id) limit 1));
end $$;

revoke execute on function tickets.stemmed(text), tickets.keys_to(bigint), tickets.opened_by(bigint[]), tickets.heard_as(tsquery, text), tickets.asked_by_any(tsquery), tickets.expected(tsquery, bigint[]), tickets.in_sight(bigint[]),
  tickets.findable(tsquery), tickets.walked_to(tsquery, timestamptz, bigint, int),
  tickets.found(text, timestamptz, bigint, int), tickets.nearly(text, int), tickets.naming(text, int) from public;
grant execute on function tickets.found(text, timestamptz, bigint, int), tickets.nearly(text, int), tickets.naming(text, int) to whom_app;
