-- What has been answered while a clean installation is being set up; empty before and after.
create schema setup;

create table setup.answer (
  name  text collate "C" primary key check (length(name) <= 40),
  value text not null check (length(value) <= 500)
);
