-- ${schema_hash}
-- Tickets of the person stay as figures. The index of words follows by its triggers.
create or replace function tickets.erase_person(the_person bigint, new_key text, the_words text[], the_keys text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.may_erase(the_person) then return false; end if;
  insert into log.event (account_id, verb, subject, subject_id, data)
    select access.me(), 'ticket.closed', 'ticket', id, jsonb_build_object('from', stage, 'to', 'closed') from tickets.ticket where served_id = the_person and stage <> 'closed';
  update tickets.ticket set subject = '—', need = '', stage_reason = '', stage = 'closed', stage_until = null, solved_at = coalesce(solved_at, now()), closed_at = coalesce(closed_at, now()), version = version + 1
  where served_id = the_person;
  update tickets.ticket set subject = access.without(subject, the_words, '—'), need = access.without(need, the_words, '—'), stage_reason = access.without(stage_reason, the_words, '—')
  where access.mentions(subject || ' ' || need || ' ' || stage_reason, the_words);
  update tickets.ticket set assignee_id = null, version = version + 1 where assignee_id = the_person and stage not in ('solved', 'closed');
  update tickets.on_ticket set reason = case when ticket_id in (select id from tickets.ticket where served_id = the_person) then '' else access.without(reason, the_words, '—') end
  where reason <> '' and (ticket_id in (select id from tickets.ticket where served_id = the_person) or access.mentions(reason, the_words));
  delete from tickets.saved_view where owner_id = the_person;
  update tickets.saved_view set filter = access.without(filter, the_keys, new_key), name = access.without(name, the_words, '—') where access.mentions(filter || ' ' || name, the_keys);
  perform gin_clean_pending_list('tickets.words_document'), gin_clean_pending_list('tickets.words_plain');
  perform access.forget_statistics(array['tickets.ticket', 'tickets.words', 'tickets.on_ticket', 'tickets.saved_view']::regclass[]);
  return true;
end $$;
revoke execute on function tickets.erase_person(bigint, text, text[], text[]) from public;
grant execute on function tickets.erase_person(bigint, text, text[], text[]) to whom_app;
