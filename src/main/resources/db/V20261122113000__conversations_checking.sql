-- Whether a file carries something harmful, as a scanner beside Whom says; without one nobody is asked.
alter table conversations.content
  add column verdict text not null default 'new' check (verdict in ('new', 'clean', 'infected', 'failed')),
  add column found text not null default '',           -- infected: what; failed: why nothing could be said
  add column checks int not null default 0,
  add column check_at timestamptz not null default now();
create index content_check on conversations.content (check_at) where verdict in ('new', 'failed');

create table conversations.scanning (
  only_one    boolean primary key default true check (only_one),
  on_since    timestamptz,                             -- null: nobody is asked
  unchecked   text not null default 'hold' check (unchecked in ('hold', 'pass')),
  answered_at timestamptz,
  failure     text not null default '',
  failed_at   timestamptz
);
insert into conversations.scanning default values;

-- How many points a picture has, as its head says: what would fill a browser's memory is not shown within pages. 0: unknown.
alter table conversations.attachment add column pixels bigint not null default 0 check (pixels >= 0);
