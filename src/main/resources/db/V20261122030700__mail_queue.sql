create schema mail;

-- Mail that waits to go out. Tried again with growing pauses; never twice in effect.
create table mail.outgoing (
  id              bigint generated always as identity primary key,
  message_id      bigint references conversations.message,
  conversation_id bigint references conversations.conversation,
  recipient_id    bigint references access.account,
  address         text not null,
  mail_id         text not null unique,
  kind            text not null,                     -- which template
  data            jsonb not null default '{}',       -- ids only
  state           text not null default 'queued' check (state in ('queued', 'sent', 'bounced', 'given_up')),
  attempts        int not null default 0,
  next_at         timestamptz not null default now(),
  failure         text not null default '',
  queued_at       timestamptz not null default now(),
  sent_at         timestamptz
);
create index outgoing_next on mail.outgoing (next_at) where state = 'queued';
create index outgoing_message on mail.outgoing (message_id);
create index outgoing_conversation on mail.outgoing (conversation_id);
create index outgoing_recipient on mail.outgoing (recipient_id);

-- What came in, whole, before anything is made of it; the hash keeps the same message from counting twice.
create table mail.incoming (
  id              bigint generated always as identity primary key,
  hash            bytea not null unique,
  mailbox         text not null default '',
  mail_id         text,
  raw             bytea not null,
  received_at     timestamptz not null default now(),
  state           text not null default 'waiting' check (state in ('waiting', 'done', 'put_aside')),
  outcome         text not null default '',
  failure         text not null default '',
  message_id      bigint references conversations.message,
  conversation_id bigint references conversations.conversation
);
create index incoming_waiting on mail.incoming (id) where state = 'waiting';
create index incoming_mail_id on mail.incoming (mail_id);
create index incoming_message on mail.incoming (message_id);
create index incoming_conversation on mail.incoming (conversation_id);
