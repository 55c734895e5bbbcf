-- ${schema_hash}
-- What is said moves a ticket, whichever way it came (page, mail, link, API): the first answer of a human at the desk is
-- noted, and words of the one served end waiting for them, or open again what was called solved.
create or replace function tickets.said() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare before text;
begin
  select t.stage into before from tickets.ticket t where t.id = new.conversation_id for update;
  if not found or new.audience <> 'main' then return null; end if;
  update tickets.ticket set updated_at = now(),
    answered_at = case when new."right" in ('team', 'desk') and opened_at < new.sent_at then coalesce(answered_at, now()) else answered_at end
  where id = new.conversation_id;
  if new."right" in ('served', 'stands_in') and before in ('waiting_user', 'solved') then
    update tickets.ticket set stage = 'open', stage_since = now(), stage_until = null, stage_reason = '', solved_at = null, version = version + 1 where id = new.conversation_id;
    insert into log.event (account_id, verb, subject, subject_id, data)
    values (new.author_id, case before when 'solved' then 'ticket.reopened' else 'ticket.answered_by_user' end, 'ticket', new.conversation_id, jsonb_build_object('message', new.id));
  end if;
  return null;
end $$;
drop trigger if exists said on conversations.message;
create trigger said after insert on conversations.message for each row execute function tickets.said();
