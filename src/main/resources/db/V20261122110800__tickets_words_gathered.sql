-- What is new is gathered and put into the indexes of words some hundred rows at a time, which takes a quarter of the time for each. Searching looks
-- through what is gathered, so that stays small.
alter index tickets.words_document set (fastupdate = on, gin_pending_list_limit = 256);
alter index tickets.words_plain set (fastupdate = on, gin_pending_list_limit = 256);
