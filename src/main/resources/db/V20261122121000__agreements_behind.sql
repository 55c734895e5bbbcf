-- What stands behind what customers agreed: what a team promises another, and what a supplier promises us. They are agreements too,
-- with the same versions, clocks and warnings.
alter table agreements.agreement
  add column kind        text not null default 'customer' check (kind in ('customer', 'team', 'supplier')),
  add column team_id     bigint references people.team,  -- who promises, between teams
  add column asker_id    bigint references people.team,  -- whom; null: every other team
  add column supplier_id bigint references people.unit,
  alter column service_id drop not null,                 -- null, between teams: every service
  drop constraint agreement_service_id_scope_unit_id_key,
  add check (kind = 'team' or service_id is not null and team_id is null and asker_id is null),
  add check (kind = 'customer' or scope_unit_id is null),
  add check ((kind = 'team') = (team_id is not null)),
  add check ((kind = 'supplier') = (supplier_id is not null)),
  add check (team_id <> asker_id),
  add unique nulls not distinct (kind, service_id, scope_unit_id, team_id, asker_id, supplier_id);
create index agreement_service on agreements.agreement (service_id, scope_unit_id);
create index agreement_team on agreements.agreement (team_id);
create index agreement_asker on agreements.agreement (asker_id);
create index agreement_supplier on agreements.agreement (supplier_id);

alter table agreements.ticket add column behind bigint[] not null default '{}'; -- the versions of what teams and suppliers promised for it

alter table agreements.outcome
  add column behind boolean not null default false,      -- a team's or a supplier's, and nothing for the one served
  drop constraint outcome_pkey,
  add primary key (ticket_id, version_id, clock);

alter table agreements.warning
  add column version_id bigint references agreements.version, -- under which it was promised
  drop constraint warning_ticket_id_clock_run_from_minutes_channel_account_id_key,
  add unique nulls not distinct (ticket_id, version_id, clock, run_from, minutes, channel, account_id);
create index warning_version on agreements.warning (version_id);

-- An administrator is told of a loop that was cut.
alter table mail.outgoing drop constraint outgoing_kind_check,
  add constraint outgoing_kind_check check (kind in ('answer', 'notice', 'received', 'due', 'sign_in', 'confirm', 'trial', 'loop'));
