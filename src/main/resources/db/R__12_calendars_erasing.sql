-- ${schema_hash}
-- Whoever is erased is on duty no more.
create or replace function calendars.erase_person(the_person bigint, the_words text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.may_erase(the_person) then return false; end if;
  update calendars.shift set valid_to = greatest(current_date, valid_from) where person_id = the_person and (valid_to is null or valid_to > current_date);
  update calendars.duty_change set ended_at = now() where person_id = the_person and ended_at is null and until > now();
  update calendars.pattern set reason = access.without(reason, the_words, '—') where access.mentions(reason, the_words);
  update calendars.day set name = access.without(name, the_words, '—') where access.mentions(name, the_words);
  return true;
end $$;
revoke execute on function calendars.erase_person(bigint, text[]) from public;
grant execute on function calendars.erase_person(bigint, text[]) to whom_app;
