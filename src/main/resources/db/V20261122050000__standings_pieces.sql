-- One fact as it travels to the resolver: its kind, its key, and what it joins. R__45_standings_slices.sql says which.
create type standings.piece as (kind text, key text, a text, b text, c text, d text, e text, n numeric, valid_from date, valid_to date);
create index look_at on standings.look (at);
