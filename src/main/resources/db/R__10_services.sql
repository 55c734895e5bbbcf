-- ${schema_hash}
-- A service and all below it.
create or replace function services.below(the_service bigint) returns setof bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive tree as (
    select id from services.service where id = the_service
    union select s.id from services.service s join tree on s.parent_id = tree.id
  ) select id from tree
$$;

-- A service and all above it, nearest first.
create or replace function services.line(the_service bigint) returns table (id bigint, distance int)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive line as (
    select s.id, s.parent_id, 0 as distance from services.service s where s.id = the_service
    union all select s.id, s.parent_id, line.distance + 1 from services.service s join line on s.id = line.parent_id where line.distance < 100
  ) select line.id, line.distance from line
$$;

grant select on services.service, services.desk_wide, services.offering, services.output to whom_app, whom_mail, whom_jobs, whom_measure;
grant select on people.team, people.unit to whom_app, whom_mail, whom_jobs, whom_measure;
