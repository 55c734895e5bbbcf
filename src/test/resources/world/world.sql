-- The named world of the tests: two organisations, few rows. Harbour has its own IT; Brook is served by it too.
insert into people.unit (id, key, kind, name) values
  (1, 'harbour', 'company', '{"en": "Harbour"}'), (2, 'finance', 'department', '{"en": "Finance"}'), (3, 'it', 'department', '{"en": "IT"}'),
  (4, 'brook', 'external', '{"en": "Brook"}');
insert into people.placement (key, unit_id, parent_id, valid_from) values ('p2', 2, 1, '2020-01-01'), ('p3', 3, 1, '2020-01-01');
insert into access.realm (id) values (1), (4);

insert into access.account (id, key, kind, inside, realms)
  select id, key, case when key = 'robot' then 'service' else 'person' end, inside, realms::bigint[] from (values
  (101, 'ann', false, '{1}'), (102, 'ben', false, '{1}'), (103, 'cat', false, '{1}'), (104, 'dan', false, '{1}'),
  (105, 'eve', true, '{1}'), (106, 'fay', true, '{1}'), (107, 'gus', true, '{1}'), (108, 'hal', true, '{1}'),
  (109, 'ida', true, '{1}'), (110, 'jon', true, '{1}'), (111, 'kim', false, '{4}'), (112, 'leo', true, '{1}'),
  (113, 'mia', false, '{4}'), (114, 'nat', false, '{1}'), (115, 'robot', true, '{1}'), (116, 'odd', false, '{0}')) as a (id, key, inside, realms);
insert into people.person (id, key, name, called, realm_id) values
  (101, 'ann', 'Ann Archer', 'Ann', 1), (102, 'ben', 'Ben Baker', '', 1), (103, 'cat', 'Cat Cooper', '', 1), (104, 'dan', 'Dan Draper', '', 1),
  (105, 'eve', 'Eve Eaton', '', 1), (106, 'fay', 'Fay Fisher', 'Fay', 1), (107, 'gus', 'Gus Glover', '', 1), (108, 'hal', 'Hal Hunter', '', 1),
  (109, 'ida', 'Ida Inman', '', 1), (110, 'jon', 'Jon Joiner', '', 1), (111, 'kim', 'Kim Knight', '', 4), (112, 'leo', 'Leo Lister', '', 1),
  (113, 'mia', 'Mia Mason', '', 4), (114, 'nat', 'Nat Newman', '', 1), (116, 'odd', 'Odd Olsen', '', 0);
-- Nat has no confirmed address yet.
insert into people.address (person_id, address, confirmed_at)
  select id, key || '@example.org', case when key <> 'nat' then now() end from people.person;
insert into people.membership (key, unit_id, person_id, is_primary, valid_from) values
  ('m101', 2, 101, true, '2020-01-01'), ('m102', 2, 102, true, '2020-01-01'), ('m103', 2, 103, true, '2020-01-01'), ('m104', 1, 104, true, '2020-01-01'),
  ('m105', 3, 105, true, '2020-01-01'), ('m106', 3, 106, true, '2020-01-01'), ('m107', 3, 107, true, '2020-01-01'), ('m111', 4, 111, true, '2020-01-01');
-- Cat heads Finance, where Ann works; Dan heads Harbour and holds its budget.
insert into people.office (key, kind, unit_id, person_id, valid_from) values
  ('o1', 'head', 2, 103, '2020-01-01'), ('o2', 'head', 1, 104, '2020-01-01'), ('o3', 'budget_holder', 1, 104, '2020-01-01');

insert into people.team (id, key, name, desk) values
  (11, 'desk', '{"en": "Service desk", "de": "Servicedesk"}', true), (12, 'network', '{"en": "Network", "de": "Netz"}', false), (13, 'payroll', '{"en": "Payroll"}', false);
insert into people.team_member (team_id, person_id, since, recorded_at) values
  (11, 105, now() - interval '1 year', now() - interval '1 year'), (12, 106, now() - interval '1 year', now() - interval '1 year'),
  (12, 107, now() - interval '1 year', now() - interval '1 year'), (13, 112, now() - interval '1 year', now() - interval '1 year');
insert into access.role_grant (account_id, role) values (108, 'administrator'), (108, 'keeper_of_facts'), (109, 'seal_keeper'), (110, 'data_protection');

insert into services.service (id, key, name, provider_id, team_id, discreet) values
  (21, 'network', '{"en": "Network", "de": "Netz"}', 3, 12, false), (22, 'payroll', '{"en": "Payroll", "de": "Lohn"}', 3, 13, false),
  (23, 'lunch', '{"en": "Lunch", "de": "Mittagessen"}', 3, null, false), (24, 'lobby', '{"en": "Lobby", "de": "Empfang"}', 3, 12, false),
  (25, 'care', '{"en": "Care", "de": "Beratung"}', 3, 13, true);
insert into services.service (id, key, name, provider_id, parent_id) values (26, 'wifi', '{"en": "Wi-Fi", "de": "WLAN"}', 3, 21);
insert into services.desk_wide (service_id, since, reason) values (24, now() - interval '1 year', 'Whoever is at the counter helps.');
insert into conversations.service_rule (service_id, forbids_superiors) values (25, true);
insert into standings.funding (key, service_id, kind, scope, payer_unit_id, share, valid_from)
  values ('f1', 21, 'allocation', 'everybody', 1, 100, '2020-01-01'), ('f2', 22, 'allocation', 'everybody', 1, 100, '2020-01-01');
-- Office hours; Fay takes turns in the network team, and Gus is away.
insert into calendars.calendar (id, key, name, zone) values (31, 'office', '{"en": "Office hours"}', 'Europe/Berlin');
insert into calendars.pattern (calendar_id, valid_from, week, holidays)
  values (31, '-infinity', '{"mon": "09:00-17:00", "tue": "09:00-17:00", "wed": "09:00-17:00", "thu": "09:00-17:00", "fri": "09:00-17:00"}', '{de}');
insert into calendars.shift (key, team_id, person_id, zone, week, valid_from) values ('turn', 12, 106, 'UTC', '{"mon": "00:00-24:00"}', '2020-01-01');
insert into calendars.duty_change (key, team_id, person_id, on_duty, since, until) values ('away', 12, 107, false, '2020-01-01', '2020-01-02');
-- What is promised about Lunch, which nobody has signed.
insert into agreements.agreement (id, key, name, service_id) values (71, 'lunch', '{"en": "Lunch for all"}', 23);
insert into agreements.version (id, agreement_id, valid_from, calendar_id) values (72, 71, '2020-01-01', 31);
insert into agreements.exception (agreement_id, function, unit_id, reason, grantor, from_day, until_day) values (71, 'Cooks', 2, 'They feed us.', 'Dan Draper', '2020-01-01', '2020-12-31');
insert into agreements.target (version_id, clock, minutes) values (72, 'solution', 60);
insert into agreements.level (version_id, minutes, whom) values (72, -30, 'team');
