-- How backups went; the backups themselves are files.
create schema backup;
create table backup.attempt (
  id        bigint generated always as identity primary key,
  at        timestamptz not null default now(),
  file      text not null,
  bytes     bigint,
  row_count bigint,
  failure   text,
  check ((failure is null) = (bytes is not null))
);
create index attempt_at on backup.attempt (at);
