-- What every schema above builds on: trigrams, accents, and ids in exclusion constraints. All three are trusted, so that an owner who is no superuser may create them.
create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;
create extension if not exists btree_gist schema public;

-- Real use or a demonstration: said once, at the first start. One row.
create table database.purpose (
  one  boolean primary key default true check (one),
  name text not null check (name in ('REAL', 'DEMONSTRATION')),
  since timestamptz not null default now()
);
