-- Organisations that are served never learn of each other (D8): a realm is a tree of units with its people.
create table access.realm (
  id bigint primary key                              -- the top unit's id; 0: people of no unit
);
insert into access.realm values (0);
alter table access.account add realms bigint[] not null default '{0}';
alter table people.person add realm_id bigint not null default 0 references access.realm;
create index person_realm on people.person (realm_id, name, id);
create index person_name on people.person using gin (name gin_trgm_ops);
create index look_up_address on people.address using gin (address gin_trgm_ops);
