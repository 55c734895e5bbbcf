-- How many pictures a mail's own form shows that lie on servers elsewhere: they are loaded when its reader asks.
alter table conversations.message add column pictures int not null default 0 check (pictures >= 0);
