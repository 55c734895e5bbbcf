-- ${schema_hash}
-- Files are looked at by a scanner, where there is one. Which one is said by whoever runs the machine, not by administrators: whatever
-- it is, it gets every file to read (P2).

-- What is against a file that one sees.
create or replace function conversations.state_of(the_content bigint) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select conversations.file_state(c.verdict, c.kept_at) from conversations.content c where c.id = the_content $$;

-- Whether a message's files are still being looked at: its mail waits for them.
create or replace function conversations.files_wait(the_message bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select exists (select from conversations.attachment a join conversations.content c on c.id = a.content_id
                 where a.message_id = the_message and conversations.file_state(c.verdict, c.kept_at) = 'waiting')
$$;

-- Said when a node begins to work: what came before a scanner was there is looked at too, but not held for it.
create or replace function conversations.scanning_is(is_on boolean) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ update conversations.scanning set on_since = case when is_on then coalesce(on_since, now()) end, failure = '', failed_at = null where is_on <> (on_since is not null) $$;

-- The next file, lent for some minutes; the newest first, since somebody waits for it.
create or replace function conversations.next_to_check() returns table (id bigint, size bigint)
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  update conversations.content c set checks = c.checks + 1, check_at = now() + interval '5 minutes'
  where c.id = (select x.id from conversations.content x where x.verdict in ('new', 'failed') and x.check_at <= now() order by x.check_at desc limit 1 for update skip locked)
  returning c.id, c.size
$$;

create or replace function conversations.bytes_to_check(the_content bigint, the_start int, at_most int) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select substring(c.bytes from the_start + 1 for at_most) from conversations.content c where c.id = the_content and c.verdict in ('new', 'failed') $$;

-- What the scanner said: clean, infected, or nothing (failed), which is asked again after growing pauses, up to an hour.
create or replace function conversations.checked(the_content bigint, the_verdict text, what text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update conversations.content c set verdict = the_verdict, found = what, check_at = now() + least(interval '1 hour', interval '15 seconds' * power(2, least(c.checks, 10) - 1))
  where c.id = the_content and c.verdict in ('new', 'failed');
  if not found then return; end if;
  update conversations.scanning set answered_at = case when the_verdict = 'failed' then answered_at else now() end,
    failure = case when the_verdict = 'failed' then what else '' end, failed_at = case when the_verdict = 'failed' then coalesce(failed_at, now()) end;
  if the_verdict = 'infected' then
    insert into log.event (account_id, verb, subject, subject_id, data)
    select distinct null::bigint, 'ticket.file_kept_away', 'ticket', a.conversation_id, jsonb_build_object('message', a.message_id) from conversations.attachment a where a.content_id = the_content;
  end if;
end $$;

-- For administrators: figures, and never whose file, nor its name (P2).
create or replace function conversations.checking() returns table (on_since timestamptz, unchecked text, answered_at timestamptz, failure text, failed_at timestamptz, waiting bigint, failed bigint, infected bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.on_since, s.unchecked, s.answered_at, s.failure, s.failed_at,
         (select count(*) from (select from conversations.content c where c.verdict = 'new' and c.kept_at >= s.on_since limit 10001) x),
         (select count(*) from (select from conversations.content c where c.verdict = 'failed' limit 10001) x),
         (select count(*) from log.event e where e.verb = 'ticket.file_kept_away' and e.at > now() - interval '30 days')
  from conversations.scanning s where access.has_role('administrator')
$$;

create or replace function conversations.set_unchecked(the_choice text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') then return false; end if;
  update conversations.scanning set unchecked = the_choice;
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'house.unchecked_files', 'house', 0, jsonb_build_object('choice', the_choice));
  return true;
end $$;

revoke execute on all functions in schema conversations from public;
grant execute on function conversations.file_state(text, timestamptz), conversations.state_of(bigint), conversations.checking(), conversations.set_unchecked(text) to whom_app;
grant execute on function conversations.files_wait(bigint) to whom_mail;
grant execute on function conversations.scanning_is(boolean), conversations.next_to_check(), conversations.bytes_to_check(bigint, int, int), conversations.checked(bigint, text, text) to whom_jobs;
