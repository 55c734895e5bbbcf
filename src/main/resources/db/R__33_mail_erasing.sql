-- ${schema_hash}
-- What waits for the person is not sent; letters from them and to their tickets go whole, others that name them once they are worked off.
create or replace function mail.erase_person(the_person bigint, the_words text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  theirs bigint[] := array(select id from conversations.conversation where served_id = the_person);
begin
  if not access.may_erase(the_person) then return false; end if;
  delete from mail.stopped where account_id = the_person or conversation_id = any (theirs);
  delete from mail.outgoing where state = 'queued' and (recipient_id = the_person or lower(address) = any (the_words));
  update mail.outgoing set address = '—', secret = null, failure = '' where recipient_id = the_person or lower(address) = any (the_words);
  update mail.outgoing set failure = access.without(failure, the_words, '—') where access.mentions(failure, the_words);
  update mail.incoming set raw = '', sender = '—', mail_id = null, outcome = '', failure = '', state = 'done'
  where conversation_id = any (theirs) or lower(sender) = any (the_words)
    or message_id in (select id from conversations.message where author_id = the_person and text = '—');
  update mail.incoming set raw = '' where state = 'done' and exists (select from unnest(the_words) w where length(w) >= 3 and position(convert_to(w, 'UTF8') in raw) > 0);
  update mail.incoming set failure = access.without(failure, the_words, '—') where access.mentions(failure, the_words);
  perform access.forget_statistics(array['mail.outgoing', 'mail.incoming']::regclass[]);
  return true;
end $$;
revoke execute on function mail.erase_person(bigint, text[]) from public;
grant execute on function mail.erase_person(bigint, text[]) to whom_app;
