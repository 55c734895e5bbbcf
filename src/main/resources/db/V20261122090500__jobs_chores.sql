-- What is done again and again. Reached through the functions of R__05_jobs.sql alone.
create schema jobs;
create table jobs.chore (
  name     text collate "C" primary key,
  due_at   timestamptz not null default now(),
  done_at  timestamptz,
  failures int not null default 0
);
