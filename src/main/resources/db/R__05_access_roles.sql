-- ${schema_hash}
-- Administrators give and end roles and close accounts, of everybody but themselves: nobody widens their own rights, and the
-- last administrator is always still there. Each answers false to everybody else.
create or replace function access.grant_role(the_account bigint, the_role text, the_service bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') or the_account = access.me() or (the_role in ('service_owner', 'dispatcher')) <> (the_service is not null)
    or not exists (select from access.account a where a.id = the_account and a.closed_at is null) then return false; end if;
  if exists (select from access.role_grant g where g.account_id = the_account and g.role = the_role and g.about_id is not distinct from the_service and g.until > now()) then return true; end if;
  insert into access.role_grant (account_id, role, about_id, granted_by) values (the_account, the_role, the_service, access.me());
  insert into log.event (account_id, verb, subject, subject_id, data)
  values (access.me(), 'account.role_granted', 'account', the_account, jsonb_strip_nulls(jsonb_build_object('role', the_role, 'service', the_service)));
  return true;
end $$;

create or replace function access.end_role(the_grant bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  ended access.role_grant;
begin
  if not access.has_role('administrator') then return false; end if;
  update access.role_grant set until = greatest(now(), since) where id = the_grant and until > now() and account_id <> access.me() returning * into ended;
  if ended.id is null then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id, data) values (access.me(), 'account.role_ended', 'account', ended.account_id, jsonb_build_object('role', ended.role));
  return true;
end $$;

create or replace function access.close_account(the_account bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') or the_account = access.me() then return false; end if;
  update access.account set closed_at = now() where id = the_account and closed_at is null;
  if not found then return false; end if;
  update access.session set ended_at = now() where account_id = the_account and ended_at is null;
  update access.token set ended_at = now() where account_id = the_account and ended_at is null;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'account.closed', 'account', the_account);
  return true;
end $$;

create or replace function access.reopen_account(the_account bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.has_role('administrator') or the_account = access.me() then return false; end if;
  update access.account set closed_at = null where id = the_account and closed_at is not null;
  if not found then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'account.reopened', 'account', the_account);
  return true;
end $$;

drop policy if exists administration_ends on access.role_grant;
create policy administration_ends on access.role_grant for update to whom_app using ((select access.has_role('administrator')) and account_id <> (select access.me()));
