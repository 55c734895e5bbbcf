-- What this house speaks, and the vocabularies that it made itself (V2). The six that come with the product are files; their keys
-- stand here beside those of the table below, so there is no foreign key to either.
create schema vocabulary;

create table vocabulary.own (
  key            text collate "C" primary key check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  began_as       text collate "C" not null,          -- what it takes from where nothing is written
  names          jsonb not null,                     -- {"en": …, "de": …}
  naming_inside  text not null default 'masculine' check (naming_inside in ('masculine', 'feminine', 'pair', 'colon')),
  naming_outside text not null default 'pair' check (naming_outside in ('masculine', 'feminine', 'pair', 'colon')),
  edition        int not null default 1,             -- grows with each change, so that two people do not overwrite each other
  made_at        timestamptz not null default now(),
  made_by        bigint references access.account,
  changed_at     timestamptz not null default now(),
  changed_by     bigint references access.account,
  retired_at     timestamptz,
  retired_by     bigint references access.account
);
create index own_made_by on vocabulary.own (made_by);
create index own_changed_by on vocabulary.own (changed_by);
create index own_retired_by on vocabulary.own (retired_by);

-- As a dictionary writes them: "a client, clients".
create table vocabulary.term (
  vocabulary_key text collate "C" not null references vocabulary.own,
  audience       text not null check (audience in ('inside', 'outside')),
  language       text not null check (language in ('en', 'de')),
  fact           text not null,
  written        text not null check (length(written) between 1 and 500),
  primary key (vocabulary_key, audience, language, fact)
);

-- One row for what is spoken inside, one for outside, and one for each unit or language with an outside vocabulary of its own.
create table vocabulary.spoken (
  id             bigint generated always as identity primary key,
  audience       text not null check (audience in ('inside', 'outside')),
  language       text check (language in ('en', 'de')),
  unit_id        bigint,                             -- people.unit, which stands above
  vocabulary_key text collate "C" not null,
  since          timestamptz not null default now(),
  until          timestamptz not null default 'infinity',
  chosen_by      bigint references access.account,
  ended_by       bigint references access.account,
  check (since <= until),
  check (audience = 'outside' or (language is null and unit_id is null))
);
create unique index spoken_now on vocabulary.spoken (audience, language, unit_id) nulls not distinct where until = 'infinity';
create index spoken_chosen_by on vocabulary.spoken (chosen_by);
create index spoken_ended_by on vocabulary.spoken (ended_by);

-- Grows with every change: each node looks at it and reads the rest only when it grew.
create table vocabulary.edition (
  only_one boolean primary key default true check (only_one),
  number   bigint not null default 0
);
insert into vocabulary.edition default values;
