-- ${schema_hash}
-- What the person was served in goes whole, whoever said it. Elsewhere goes what they said for themselves; what they said as agent is
-- the other person's, and stays without their name. Whoever else is mentioned by name loses the name.
create or replace function conversations.erase_person(the_person bigint, the_words text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  theirs bigint[] := array(select id from conversations.conversation where served_id = the_person);
  files bigint[];
begin
  if not access.may_erase(the_person) then return false; end if;
  delete from conversations.draft where account_id = the_person or conversation_id = any (theirs);
  delete from conversations.answer_link where account_id = the_person or message_id in (select id from conversations.message where conversation_id = any (theirs));
  delete from conversations.admission where conversation_id = any (theirs);

  with gone as (
    delete from conversations.attachment a using conversations.message m
    where m.id = a.message_id and (m.conversation_id = any (theirs) or m.author_id = the_person and coalesce(m."right", '') not in ('team', 'desk'))
    returning a.content_id)
  select array_agg(content_id) into files from gone;
  delete from conversations.content c where c.id = any (files) and not exists (select from conversations.attachment a where a.content_id = c.id);
  update conversations.attachment set name = access.without(name, the_words, '—') where access.mentions(name, the_words);

  update conversations.message set text = '—', trimmed = '', html = '', sender = case when author_id = the_person or author_id is null then '—' else access.without(sender, the_words, '—') end, mail_id = null
  where conversation_id = any (theirs) or author_id = the_person and coalesce("right", '') not in ('team', 'desk');
  update conversations.message set text = access.without(text, the_words, '—'), trimmed = access.without(trimmed, the_words, '—'), html = access.without(html, the_words, '—'),
    sender = case when author_id = the_person then '—' else access.without(sender, the_words, '—') end, mail_id = case when author_id = the_person then null else mail_id end
  where author_id = the_person and sender <> '—' or access.mentions(text || ' ' || trimmed || ' ' || html || ' ' || sender, the_words);
  update conversations.draft set text = access.without(text, the_words, '—') where access.mentions(text, the_words);

  update conversations.thread set subject = case when kind = 'side' then '—' else subject end, why = '', withheld_reason = case when withheld_reason is not null then '—' end
  where conversation_id = any (theirs);
  update conversations.thread set subject = access.without(subject, the_words, '—'), why = access.without(why, the_words, '—'), withheld_reason = access.without(withheld_reason, the_words, '—')
  where access.mentions(concat_ws(' ', subject, why, withheld_reason), the_words);
  update conversations.seal_break set purpose = case when conversation_id = any (theirs) then '—' else access.without(purpose, the_words, '—') end,
    delay_ground = case when delay_ground is not null then case when conversation_id = any (theirs) then '—' else access.without(delay_ground, the_words, '—') end end
  where conversation_id = any (theirs) or access.mentions(concat_ws(' ', purpose, delay_ground), the_words);

  update conversations.let_in set until = greatest(since, now()) where the_person in (served_id, person_id) and until > now();
  update conversations.participant set until = greatest(since, now()) where key = the_person and until > now();
  update conversations.reader set until = greatest(since, now()) where key = the_person and until > now();
  perform access.forget_statistics(array['conversations.message', 'conversations.attachment', 'conversations.thread', 'conversations.draft', 'conversations.seal_break']::regclass[]);
  return true;
end $$;
revoke execute on function conversations.erase_person(bigint, text[]) from public;
grant execute on function conversations.erase_person(bigint, text[]) to whom_app;
