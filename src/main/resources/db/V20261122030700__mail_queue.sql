create schema mail;

-- How mail comes and goes, with what is secret of it: for the machine that mails alone.
create table mail.setting (
  name       text collate "C" primary key,
  value      text not null,
  changed_at timestamptz not null default now()
);

-- Addresses at which mail comes in, and what it is then about; an address that is not here is the desk's own.
create table mail.mailbox (
  address    text collate "C" primary key,           -- lower case
  service_id bigint references services.service,
  -- How it is fetched; none: a mail server brings it.
  protocol   text not null default 'none' check (protocol in ('none', 'imap', 'pop3')),
  host       text not null default '',
  port       int not null default 0,                 -- 0: the usual one
  security   text not null default 'tls' check (security in ('tls', 'starttls', 'none')),
  user_name  text not null default '',
  password   text not null default '',
  folder     text not null default 'INBOX',
  -- How far an IMAP folder has been fetched; null: not yet, and what is there then was there before us.
  validity   bigint,
  last_uid   bigint not null default 0,
  next_at    timestamptz not null default now(),
  last_at    timestamptz,
  failure    text not null default '',
  added_at   timestamptz not null default now()
);
create index mailbox_service on mail.mailbox (service_id);

-- Mail that waits to go out. Tried again with growing pauses; never twice in effect, since it goes under the same id each time.
create table mail.outgoing (
  id              bigint generated always as identity primary key,
  message_id      bigint references conversations.message,
  conversation_id bigint references conversations.conversation,
  recipient_id    bigint references access.account,
  address         text not null,
  mail_id         text not null unique,
  kind            text not null check (kind in ('answer', 'notice', 'received', 'sign_in', 'confirm', 'trial')),
  automatic       boolean not null,                  -- a machine's own doing, which another machine must not answer
  data            jsonb not null default '{}',       -- ids and codes only
  secret          text,                              -- what a link in it opens with, until it is sent
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
create index outgoing_turns on mail.outgoing (address, sent_at) where automatic;

-- What came in, whole, before anything is made of it; the hash keeps the same letter from counting twice.
create table mail.incoming (
  id              bigint generated always as identity primary key,
  key             text collate "C" not null unique default substr(replace(gen_random_uuid()::text, '-', ''), 1, 16),
  hash            bytea not null unique,
  mailbox         text not null default '',
  trusted         boolean not null,                  -- came by our own mail server, so that its Authentication-Results can be believed
  accepted        boolean not null default false,    -- an administrator let it in although it looked like spam or a loop
  mail_id         text,
  sender          text not null default '',
  raw             bytea not null,
  received_at     timestamptz not null default now(),
  state           text not null default 'waiting' check (state in ('waiting', 'done', 'put_aside')),
  attempts        int not null default 0,
  next_at         timestamptz not null default now(),
  outcome         text not null default '',
  failure         text not null default '',
  message_id      bigint references conversations.message,
  conversation_id bigint references conversations.conversation
);
create index incoming_waiting on mail.incoming (next_at, id) where state = 'waiting';
create index incoming_put_aside on mail.incoming (id) where state = 'put_aside';
create index incoming_turns on mail.incoming (sender, received_at);
create index incoming_mail_id on mail.incoming (mail_id);
create index incoming_message on mail.incoming (message_id);
create index incoming_conversation on mail.incoming (conversation_id);
