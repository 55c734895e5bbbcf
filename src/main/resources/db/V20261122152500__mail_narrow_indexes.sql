-- Columns that are empty in most rows are looked up by the others alone: a new ticket or letter wrote into a dozen indexes nothing but nulls.
drop index conversations.thread_opened_by, conversations.thread_withheld_asked_by, conversations.thread_withheld_by, conversations.reader_source, tickets.ticket_offering,
  mail.incoming_message, mail.incoming_conversation, mail.incoming_waiting;
create index thread_opened_by on conversations.thread (opened_by) where opened_by is not null;
create index thread_withheld_asked_by on conversations.thread (withheld_asked_by) where withheld_asked_by is not null;
create index thread_withheld_by on conversations.thread (withheld_by) where withheld_by is not null;
create index reader_source on conversations.reader (source_id, "right") where source_id is not null;
create index ticket_offering on tickets.ticket (offering_id) where offering_id is not null;
create index incoming_message on mail.incoming (message_id) where message_id is not null;
create index incoming_conversation on mail.incoming (conversation_id) where conversation_id is not null;

-- A letter that is lent changes in its place: no index has what changes then, its bytes stand elsewhere, and its page has room.
create index incoming_waiting on mail.incoming (id) where state = 'waiting';
alter table mail.incoming set (fillfactor = 60, toast_tuple_target = 256);

-- A ticket that is about to be made; many are at once (tickets.make).
create type tickets.fresh as (
  id bigint, number text, kind text, raiser bigint, served bigint, service bigint, offering bigint, subject text, impact int, urgency int, priority int, channel text, language text
);
