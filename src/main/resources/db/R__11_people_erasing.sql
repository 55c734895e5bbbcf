-- ${schema_hash}
-- A fact's key may have been made of a name: then it becomes another, the same for all that was believed under it.
create or replace function people.erase_from_facts(the_table regclass, the_words text[], the_keys text[], about text, the_person bigint) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
begin
  execute format('with k as materialized (select distinct key, gen_random_uuid()::text as fresh from %1$s where key ~* $1)
                  update %1$s f set key = k.fresh from k where f.key = k.key', the_table) using access.as_pattern(the_keys);
  execute format('update %1$s f set reason = case when %2$s then '''' else access.without(reason, $1, ''—'') end
                  where reason <> '''' and (%2$s or access.mentions(reason, $1))', the_table, about) using the_words, the_person;
  perform access.forget_statistics(array[the_table]);
end $$;

create or replace function people.erase_person(the_person bigint, new_key text, the_words text[], the_keys text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.may_erase(the_person) then return false; end if;
  perform people.erase_from_facts('people.membership', the_words, the_keys, 'person_id = $2', the_person);
  perform people.erase_from_facts('people.office', the_words, the_keys, 'person_id = $2', the_person);
  perform people.erase_from_facts('people.placement', the_words, the_keys, '$2 is null', the_person);
  update people.team_member set until = greatest(now(), since) where person_id = the_person and until > now();
  delete from people.address where person_id = the_person;
  update people.person set key = new_key, name = '—', called = '', place = '', phone = '', erased_at = now() where id = the_person;
  insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'person.erased', 'person', the_person);
  perform access.forget_statistics(array['people.person', 'people.address']::regclass[]);
  return true;
end $$;
revoke execute on function people.erase_from_facts(regclass, text[], text[], text, bigint) from public;
revoke execute on function people.erase_person(bigint, text, text[], text[]) from public;
grant execute on function people.erase_person(bigint, text, text[], text[]) to whom_app;
