-- ${schema_hash}
create or replace function standings.erase_person(the_person bigint, the_words text[], the_keys text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not access.may_erase(the_person) then return false; end if;
  -- Those above name their upstream by key.
  create temporary table erased_brokerage on commit drop as select distinct key, gen_random_uuid()::text as fresh from standings.brokerage where key ~* access.as_pattern(the_keys);
  update standings.brokerage b set upstream_key = k.fresh from pg_temp.erased_brokerage k where b.upstream_key = k.key;
  update standings.brokerage b set key = k.fresh from pg_temp.erased_brokerage k where b.key = k.key;
  perform people.erase_from_facts('standings.entitlement', the_words, the_keys, 'scope_person_id = $2', the_person);
  perform people.erase_from_facts('standings.funding', the_words, the_keys, '$2 in (scope_person_id, payer_person_id)', the_person);
  perform people.erase_from_facts('standings.agreement', the_words, the_keys, '$2 in (scope_person_id, signatory_id)', the_person);
  perform people.erase_from_facts('standings.oversight', the_words, the_keys, 'holder_person_id = $2', the_person);
  perform people.erase_from_facts('standings.brokerage', the_words, the_keys, 'scope_person_id = $2', the_person);
  perform people.erase_from_facts('standings.initiative_member', the_words, the_keys, 'person_id = $2', the_person);
  perform people.erase_from_facts('standings.observation', the_words, the_keys, 'person_id = $2', the_person);
  update standings.initiative set name = access.without(name, the_words, '—') where access.mentions(name, the_words);
  return true;
end $$;
revoke execute on function standings.erase_person(bigint, text[], text[]) from public;
grant execute on function standings.erase_person(bigint, text[], text[]) to whom_app;
