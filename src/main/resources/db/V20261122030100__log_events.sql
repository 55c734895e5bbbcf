-- The spine: who, when, what, to which. Data are ids, codes, numbers and instants, never words (D9).
create schema log;

create table log.event (
  id         bigint generated always as identity,
  at         timestamptz not null default now(),
  xid        xid8 not null default pg_current_xact_id(),
  account_id bigint,
  verb       text not null,
  subject    text not null,                          -- 'ticket', 'person', 'unit', 'service', 'team', 'fact', 'account', 'house'
  subject_id bigint not null,
  data       jsonb not null default '{}',
  primary key (at, id)
) partition by range (at);
create index event_subject on log.event (subject, subject_id, at, id);
create index event_id on log.event (id);
create table log.event_other partition of log.event default;
