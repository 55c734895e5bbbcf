-- Who sorts what has no team yet, of one service (P0).
alter table access.role_grant drop constraint role_grant_role_check,
  add constraint role_grant_role_check check (role in ('administrator', 'keeper_of_facts', 'seal_keeper', 'data_protection', 'service_owner', 'dispatcher'));
