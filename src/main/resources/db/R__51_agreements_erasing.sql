-- ${schema_hash}
-- Whoever is erased granted something as nobody by name, and was told of nothing; how tickets came out stays as a figure.
create or replace function agreements.erase_person(the_person bigint, the_words text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.may_erase(the_person) then return false; end if;
  update agreements.exception set function = access.without(function, the_words, '—'), reason = access.without(reason, the_words, '—'), grantor = access.without(grantor, the_words, '—')
  where access.mentions(function || ' ' || reason || ' ' || grantor, the_words);
  update agreements.target set function = access.without(function, the_words, '—') where access.mentions(function, the_words);
  update agreements.version set reason = access.without(reason, the_words, '—') where access.mentions(reason, the_words);
  delete from agreements.warning where account_id = the_person;
  perform access.forget_statistics(array['agreements.exception', 'agreements.target', 'agreements.version']::regclass[]);
  return true;
end $$;
revoke execute on function agreements.erase_person(bigint, text[]) from public;
grant execute on function agreements.erase_person(bigint, text[]) to whom_app;
