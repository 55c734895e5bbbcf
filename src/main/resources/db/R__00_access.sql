-- ${schema_hash}
-- Who is asking, for the length of one transaction; every policy asks these functions, in a subselect, so that they run
-- once a statement. Without access.enter nobody is asking, and nothing is seen.

grant usage on schema access, log, people, services, standings, conversations, tickets, mail to whom_app, whom_mail, whom_jobs, whom_measure;

create or replace function access.me() returns bigint
language sql stable parallel safe
return nullif(current_setting('whom.account', true), '')::bigint;

create or replace function access.keys() returns bigint[]
language sql stable parallel safe
return coalesce(nullif(current_setting('whom.keys', true), ''), '{}')::bigint[];

-- Whether conversations are read at all: a token may lack that scope (P11).
create or replace function access.reads() returns boolean
language sql stable parallel safe
return coalesce(nullif(current_setting('whom.keys', true), ''), '{}') <> '{}';

-- Keys held for less than a day, to which no second person has agreed: they open only what came in since then (P2).
create or replace function access.young_keys() returns bigint[]
language sql stable parallel safe
return coalesce(nullif(current_setting('whom.young_keys', true), ''), '{}')::bigint[];

create or replace function access.young_since() returns timestamptz
language sql stable parallel safe
return coalesce(nullif(current_setting('whom.young_since', true), ''), 'infinity')::timestamptz;

create or replace function access.realms() returns bigint[]
language sql stable parallel safe
return coalesce(nullif(current_setting('whom.realms', true), ''), '{}')::bigint[];

create or replace function access.inside() returns boolean
language sql stable parallel safe
return coalesce(current_setting('whom.inside', true), '') = 't';

create or replace function access.has_role(wanted text) returns boolean
language sql stable parallel safe
return wanted = any (coalesce(nullif(current_setting('whom.roles', true), ''), '{}')::text[]);

-- Begins a transaction for an account. reads = false (a token without that scope): no conversation is seen.
create or replace function access.enter(who bigint, reads boolean, milliseconds int) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with k as materialized (
    select coalesce(array_agg(distinct r.key) filter (where r.key <> 0), '{}') as keys,
           coalesce(array_agg(distinct r.key) filter (where r.whole_from > now()), '{}') || case when bool_and(r.whole_from > now()) then array[0::bigint] else '{}' end as young,
           coalesce(max(r.since) filter (where r.whole_from > now()), '-infinity') as young_since
    from access.reader_key r where r.account_id = who and r.since <= now() and r.until > now()
  ), a as materialized (
    select inside, realms from access.account where id = who and closed_at is null
  )
  select set_config('whom.account', case when exists (select from a) then who::text else '' end, true),
         set_config('whom.keys', case when reads and exists (select from a) then
             (select (who || k.keys || case when cardinality(k.keys) > 0 then array[0::bigint] else '{}' end)::text from k) else '{}' end, true),
         set_config('whom.young_keys', (select k.young::text from k), true),
         set_config('whom.young_since', (select k.young_since::text from k), true),
         -- People of no unit have no colleagues to see (D8).
         set_config('whom.realms', coalesce((select case when a.inside then (select array_agg(id) from access.realm) else array_remove(a.realms, 0) end::text from a), '{}'), true),
         set_config('whom.inside', coalesce((select case when a.inside then 't' else 'f' end from a), 'f'), true),
         set_config('whom.roles', coalesce((select array_agg(distinct g.role)::text from access.role_grant g, a
             where g.account_id = who and g.since <= now() and g.until > now()), '{}'), true),
         set_config('whom.shut_outs', (select coalesce(array_agg(o.conversation_id), '{}')::text from conversations.shut_out o where o.account_id = who), true),
         set_config('statement_timeout', milliseconds::text, true)
$$;

-- The account behind a session's cookie, or nothing.
create or replace function access.session_account(cookie_hash bytea)
returns table (session_id bigint, account_id bigint, key text, kind text, name text, language text, time_zone text, theme text, density text, single_keys boolean,
               inside boolean, agent boolean, roles text[])
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.id, a.id, a.key, a.kind, coalesce(nullif(p.called, ''), p.name, a.key), a.language, a.time_zone, a.theme, a.density, a.single_keys, a.inside,
         exists (select from access.reader_key r where r.account_id = a.id and r.key < 0 and r.since <= now() and r.until > now()),
         array(select distinct g.role from access.role_grant g where g.account_id = a.id and g.since <= now() and g.until > now())
  from access.session s join access.account a on a.id = s.account_id left join people.person p on p.id = a.id
  where s.hash = cookie_hash and s.ended_at is null and s.expires_at > now() and a.closed_at is null
$$;

create or replace function access.token_account(token_hash bytea)
returns table (token_id bigint, account_id bigint, key text, kind text, name text, language text, time_zone text, theme text, density text, single_keys boolean,
               inside boolean, agent boolean, roles text[], scopes text[])
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select t.id, a.id, a.key, a.kind, coalesce(nullif(p.called, ''), p.name, a.key), a.language, a.time_zone, a.theme, a.density, a.single_keys, a.inside,
         exists (select from access.reader_key r where r.account_id = a.id and r.key < 0 and r.since <= now() and r.until > now()),
         array(select distinct g.role from access.role_grant g where g.account_id = a.id and g.since <= now() and g.until > now()), t.scopes
  from access.token t join access.account a on a.id = t.account_id left join people.person p on p.id = a.id
  where t.hash = token_hash and t.ended_at is null and t.expires_at > now() and a.closed_at is null
$$;

-- What sign-in needs before anybody is known. The password's hash goes to the application, which alone can check Argon2id.
create or replace function access.sign_in_secret(sign_in_address text) returns table (account_id bigint, password text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.id, a.password from people.address d join access.account a on a.id = d.person_id
  where d.address = lower(sign_in_address) and d.until = 'infinity' and d.confirmed_at is not null and a.closed_at is null
$$;

create or replace function access.my_password() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select password from access.account where id = access.me() $$;

create or replace function access.start_session(account bigint, cookie_hash bytea, lasts interval, device text) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into access.session (hash, account_id, expires_at, device) values (cookie_hash, account, now() + lasts, device) returning id
$$;

create or replace function access.make_link(link_hash bytea, link_purpose text, account bigint, conversation bigint, link_address text, lasts interval) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into access.link (hash, purpose, account_id, conversation_id, address, expires_at)
  values (link_hash, link_purpose, account, conversation, link_address, now() + lasts)
$$;

-- A link is used up by its use.
create or replace function access.use_link(link_hash bytea, link_purpose text) returns table (account_id bigint, address text)
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  update access.link l set used_at = now()
  where l.hash = link_hash and l.purpose = link_purpose and l.used_at is null and l.expires_at > now()
  returning l.account_id, l.address
$$;

-- Counts a try in this hour and says how many there were.
create or replace function access.count_attempt(what bytea) returns int
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  insert into access.attempt (hash, hour) values (what, date_trunc('hour', now()))
  on conflict (hash, hour) do update set count = access.attempt.count + 1 returning count
$$;

-- A try that was right is no guess: it counts no more.
create or replace function access.uncount_attempt(what bytea) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ update access.attempt set count = count - 1 where hash = what and hour = date_trunc('hour', now()) and count > 0 $$;

alter table access.account enable row level security;
alter table access.role_grant enable row level security;
alter table access.reader_key enable row level security;
alter table access.session enable row level security;
alter table access.token enable row level security;
alter table access.link enable row level security;
alter table access.attempt enable row level security;
alter table access.idempotency enable row level security;

drop policy if exists own on access.account;
create policy own on access.account to whom_app using (id = (select access.me())) with check (id = (select access.me()));
drop policy if exists administration on access.account;
create policy administration on access.account for select to whom_app using ((select access.has_role('administrator')));
drop policy if exists own on access.session;
create policy own on access.session to whom_app using (account_id = (select access.me()));
drop policy if exists own on access.token;
create policy own on access.token to whom_app using (account_id = (select access.me())) with check (account_id = (select access.me()));
drop policy if exists own on access.idempotency;
create policy own on access.idempotency to whom_app using (account_id = (select access.me())) with check (account_id = (select access.me()));
drop policy if exists own on access.role_grant;
create policy own on access.role_grant for select to whom_app using (account_id = (select access.me()) or (select access.has_role('administrator')));
drop policy if exists administration on access.role_grant;
create policy administration on access.role_grant for insert to whom_app with check ((select access.has_role('administrator')) and account_id <> (select access.me()));
drop policy if exists administration_ends on access.role_grant;
create policy administration_ends on access.role_grant for update to whom_app using ((select access.has_role('administrator')));

grant select (id, kind, key, language, time_zone, theme, density, single_keys, inside, created_at, closed_at) on access.account to whom_app;
grant update (language, time_zone, theme, density, single_keys, password) on access.account to whom_app;
grant select, update (ended_at, seen_at) on access.session to whom_app;
grant select (id, account_id, name, scopes, created_at, expires_at, seen_at, ended_at), insert, update (ended_at) on access.token to whom_app;
grant select, insert, update (until) on access.role_grant to whom_app;
grant select, insert, update, delete on access.idempotency to whom_app;
grant select on access.realm, access.setting to whom_app, whom_mail, whom_jobs;
grant usage on all sequences in schema access to whom_app;
