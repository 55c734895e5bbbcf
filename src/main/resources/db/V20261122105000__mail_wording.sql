-- What administrators wrote for mails instead of the delivered texts, edition after edition; the last one holds.
create table mail.wording (
  occasion   text collate "C" not null,
  language   text collate "C" not null check (language in ('en', 'de')),
  audience   text collate "C" not null check (audience in ('inside', 'outside')),
  edition    int not null check (edition > 0),
  subject    text,                                   -- null, with the others: as delivered from then on
  text       text,
  foot       text,
  since      timestamptz not null default now(),
  changed_by bigint references access.account,
  primary key (occasion, language, audience, edition),
  check ((subject is null) = (text is null) and (subject is null) = (foot is null))
);
create index wording_changed_by on mail.wording (changed_by);
