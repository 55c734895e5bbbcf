-- Under which address, name and signature mails go out: of a service, of a team, or of the whole desk where both are null. What is left
-- open here holds as for the next wider one.
create table mail.sender (
  id         bigint generated always as identity primary key,
  service_id bigint references services.service,
  team_id    bigint references people.team,
  address    text collate "C" references mail.mailbox, -- one at which answers come in; null: the desk's own
  name       jsonb not null default '{}',              -- by language
  signature  jsonb not null default '{}',
  changed_at timestamptz not null default now(),
  changed_by bigint references access.account,
  check (service_id is null or team_id is null),
  check (address is null or service_id is not null or team_id is not null),
  constraint sender_queue unique nulls not distinct (service_id, team_id)
);
create index sender_team on mail.sender (team_id);
create index sender_address on mail.sender (address);
create index sender_changed_by on mail.sender (changed_by);

-- Who wants no more mails of a conversation that somebody else let them in to, or asked them about aside.
create table mail.stopped (
  conversation_id bigint not null references conversations.conversation,
  account_id      bigint not null references access.account,
  since           timestamptz not null default now(),
  primary key (conversation_id, account_id)
);
create index stopped_account on mail.stopped (account_id);

-- A mail that its receiver does not want is not sent.
alter table mail.outgoing drop constraint outgoing_state_check;
alter table mail.outgoing add constraint outgoing_state_check check (state in ('queued', 'sent', 'bounced', 'given_up', 'unwanted')) not valid;
alter table mail.outgoing validate constraint outgoing_state_check;
