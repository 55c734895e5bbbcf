-- ${schema_hash}
-- An event is as readable as its subject. Readers stop before transactions still under way: xid < pg_snapshot_xmin(pg_current_snapshot()).
alter table log.event enable row level security;

drop policy if exists as_its_subject on log.event;
create policy as_its_subject on log.event for select to whom_app using (
  -- Those let in do not see who else reads (P3), so they see no events.
  case when subject = 'ticket' then (select true from conversations.reader r where r.conversation_id = subject_id and r."right" <> 'let_in' limit 1)
       else subject_id = (select access.me()) and subject in ('person', 'account') or (select access.has_role('keeper_of_facts')) or (select access.has_role('administrator')) end);
drop policy if exists own on log.event;
create policy own on log.event for insert to whom_app with check (account_id = (select access.me())
  and (subject <> 'ticket' or (select true from conversations.reader r where r.conversation_id = subject_id limit 1)));
drop policy if exists machines on log.event;
create policy machines on log.event to whom_jobs, whom_mail, whom_measure using (true) with check (true);

grant select, insert on log.event to whom_app;
grant select, insert on log.event to whom_jobs, whom_mail;
grant select on log.event to whom_measure;
grant usage on all sequences in schema log to whom_app, whom_jobs, whom_mail;
