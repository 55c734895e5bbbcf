-- ${schema_hash}
-- Words are no secret of anybody: every role reads them, since it says them to whoever it speaks to. Administrators change them.
grant usage on schema vocabulary to whom_app, whom_mail, whom_jobs;
grant select on all tables in schema vocabulary to whom_app, whom_mail, whom_jobs;
grant insert, update on vocabulary.own, vocabulary.term, vocabulary.spoken to whom_app;
grant update on vocabulary.edition to whom_app;
grant usage on all sequences in schema vocabulary to whom_app;

alter table vocabulary.own enable row level security;
alter table vocabulary.term enable row level security;
alter table vocabulary.spoken enable row level security;
alter table vocabulary.edition enable row level security;

drop policy if exists words on vocabulary.own;
create policy words on vocabulary.own for select to whom_app, whom_mail, whom_jobs using (true);
drop policy if exists words on vocabulary.term;
create policy words on vocabulary.term for select to whom_app, whom_mail, whom_jobs using (true);
drop policy if exists words on vocabulary.spoken;
create policy words on vocabulary.spoken for select to whom_app, whom_mail, whom_jobs using (true);
drop policy if exists words on vocabulary.edition;
create policy words on vocabulary.edition for select to whom_app, whom_mail, whom_jobs using (true);

drop policy if exists administration_begins on vocabulary.own;
create policy administration_begins on vocabulary.own for insert to whom_app with check ((select access.has_role('administrator')));
drop policy if exists administration on vocabulary.own;
create policy administration on vocabulary.own for update to whom_app using ((select access.has_role('administrator')));
drop policy if exists administration_begins on vocabulary.term;
create policy administration_begins on vocabulary.term for insert to whom_app with check ((select access.has_role('administrator')));
drop policy if exists administration on vocabulary.term;
create policy administration on vocabulary.term for update to whom_app using ((select access.has_role('administrator')));
drop policy if exists administration_begins on vocabulary.spoken;
create policy administration_begins on vocabulary.spoken for insert to whom_app with check ((select access.has_role('administrator')));
drop policy if exists administration on vocabulary.spoken;
create policy administration on vocabulary.spoken for update to whom_app using ((select access.has_role('administrator')));
drop policy if exists administration on vocabulary.edition;
create policy administration on vocabulary.edition for update to whom_app using ((select access.has_role('administrator')));
