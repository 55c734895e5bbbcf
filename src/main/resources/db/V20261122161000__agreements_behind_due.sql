-- When a team or a supplier owes something behind the promise to the one served, so that lists can show and order by what is due next.
alter table tickets.ticket
  add column behind_due_at timestamptz not null default 'infinity',
  add column behind_due_of text check (behind_due_of in ('team', 'supplier'));

update agreements.ticket set next_at = '-infinity' where behind <> '{}' and next_at <> 'infinity';
