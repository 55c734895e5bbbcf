-- ${schema_hash}
create or replace function portal.erase_person(the_person bigint, the_words text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.may_erase(the_person) then return false; end if;
  delete from portal.asking where account_id = the_person or served_id = the_person;
  update portal.asking set text = access.without(text, the_words, '—') where access.mentions(text, the_words);
  perform access.forget_statistics(array['portal.asking', 'portal.asking_file']::regclass[]);
  return true;
end $$;
revoke execute on function portal.erase_person(bigint, text[]) from public;
grant execute on function portal.erase_person(bigint, text[]) to whom_app;
