-- Whose keys open a ticket stands beside its words, in the same index: words that many tickets have are looked up among those that
-- the asker may read. A key that opens no more may stand there still, so rights are asked all the same. Documents are kept in their rows
-- as long as a page holds them: searching looks through many of them.
drop index tickets.words_document, tickets.words_plain;
alter table tickets.words set (toast_tuple_target = 8160);
alter table tickets.words add column keys bigint[] not null default '{}';
update tickets.words w set keys = array(select s.key from tickets.sight s where s.ticket_id = w.ticket_id), document = w.document || ''::tsvector;
create index words_document on tickets.words using gin (document, keys) with (fastupdate = on, gin_pending_list_limit = 256);
create index words_plain on tickets.words using gin (plain gin_trgm_ops, keys) with (fastupdate = on, gin_pending_list_limit = 256);
