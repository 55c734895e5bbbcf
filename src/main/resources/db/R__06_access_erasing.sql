-- ${schema_hash}
-- Erasing a person (D9). What is known by them goes: words, names, addresses, keys made of names. Facts, figures and events stay,
-- under an id that names nobody. Each module has its part of it; whom.people.Erasures calls them all in one transaction.

-- Whoever protects data may; nobody erases themselves.
create or replace function access.may_erase(the_person bigint) returns boolean
language sql stable
return access.has_role('data_protection') and the_person <> access.me();

-- As a pattern for whole words, whatever their case; null where there are none.
create or replace function access.as_pattern(the_words text[]) returns text
language sql immutable parallel safe
return (select '(?<![[:alnum:]])(?:' || string_agg(regexp_replace(w, '([^[:alnum:][:space:]])', '\\\1', 'g'), '|' order by length(w) desc) || ')(?![[:alnum:]])' from unnest(the_words) w where length(w) >= 3);

create or replace function access.without(the_text text, the_words text[], instead text) returns text
language sql immutable parallel safe
return regexp_replace(the_text, access.as_pattern(the_words), instead, 'gi');

-- Quicker than the pattern, and never misses what it would find.
create or replace function access.mentions(the_text text, the_words text[]) returns boolean
language sql immutable parallel safe
return exists (select from unnest(the_words) w where length(w) >= 3 and position(lower(w) in lower(the_text)) > 0);

-- The planner remembers common values; of a table that is empty now it would remember the old ones for ever.
create or replace function access.forget_statistics(the_tables regclass[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
declare
  t regclass;
  rest boolean;
begin
  foreach t in array the_tables loop
    execute format('analyze %s', t);
    execute format('select exists (select from %s)', t) into rest;
    if not rest then
      perform pg_clear_attribute_stats(n.nspname, c.relname, a.attname, false)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid where c.oid = t and a.attnum > 0 and not a.attisdropped;
    end if;
  end loop;
end $$;
revoke execute on function access.forget_statistics(regclass[]) from public;

create or replace function access.erase_person(the_person bigint, new_key text, the_words text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.may_erase(the_person) then return false; end if;
  delete from access.session where account_id = the_person;
  delete from access.token where account_id = the_person;
  delete from access.link where account_id = the_person or lower(address) = any (the_words);
  delete from access.idempotency where account_id = the_person;
  delete from access.reader_key where account_id = the_person;
  delete from access.attempt where hash in (select sha256(convert_to('address ' || w, 'UTF8')) from unnest(the_words) w);
  update access.role_grant set until = greatest(now(), since) where account_id = the_person and until > now();
  update access.account set key = new_key, password = null, language = 'en', time_zone = 'UTC', theme = null, density = null, closed_at = coalesce(closed_at, now()) where id = the_person;
  perform access.forget_statistics(array['access.account', 'access.session', 'access.token', 'access.link']::regclass[]);
  return true;
end $$;
revoke execute on function access.erase_person(bigint, text, text[]) from public;
grant execute on function access.erase_person(bigint, text, text[]) to whom_app;
