-- The next letters are found at once, however many wait.
drop index mail.incoming_waiting;
create index incoming_waiting on mail.incoming (id) include (next_at) where state = 'waiting';
-- A letter's bytes are mostly base64 or short: to try to make them smaller takes longer than to write them.
alter table mail.incoming alter column raw set storage external;
