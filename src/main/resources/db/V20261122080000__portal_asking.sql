-- What somebody is about to ask for: kept between its questions and on the next device, until it is sent or a month has passed.
create schema portal;

create table portal.asking (
  id         uuid primary key default gen_random_uuid(),
  account_id bigint not null references access.account,
  text       text not null default '',
  service_id bigint references services.service,
  unsure     boolean not null default false,         -- "I am not sure" which service
  doing      text check (doing in ('deadline', 'stopped', 'slowed', 'going_around')),
  served_id  bigint references people.person,        -- null: for oneself
  started_at timestamptz not null default now(),
  saved_at   timestamptz not null default now(),
  number     text collate "C"                        -- of the ticket that became of it
);
create index asking_account on portal.asking (account_id, saved_at desc);
create index asking_service on portal.asking (service_id);
create index asking_served on portal.asking (served_id);

create table portal.asking_file (
  id        bigint generated always as identity primary key,
  asking_id uuid not null references portal.asking on delete cascade,
  name      text not null,
  size      bigint not null,
  bytes     bytea not null
);
create index asking_file_asking on portal.asking_file (asking_id);
alter table portal.asking_file alter column bytes set storage external;
