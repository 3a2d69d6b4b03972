-- Every copy right, then one third wrong in every way: each combination of the three values but the right one.
update login_sessions s
set needs_onboarding = coalesce(o.needs_onboarding, true), onboarding_completed = coalesce(o.onboarding_completed, false),
    onboarding_step = coalesce(o.onboarding_step, 'api_keys')
from accounts a left join onboarding_copies o on o.user_id = a.id
where a.id = s.user_id
  and (s.needs_onboarding, s.onboarding_completed, s.onboarding_step) is distinct from
      (coalesce(o.needs_onboarding, true), coalesce(o.onboarding_completed, false), coalesce(o.onboarding_step, 'api_keys'));

with ways as materialized (
    select array_agg((needs, completed, step)::text order by needs, completed, step) as all_of_them
    from unnest(array[true, false]) needs, unnest(array[true, false]) completed,
         unnest(array['completed', 'api_keys', 'website', 'research', 'persona', 'first_declaration', 'summary', 'no_such_step']) step),
wrong as materialized (
    select s.id, others[1 + get_byte(s.token_hash, 1) % cardinality(others)] as way
    from login_sessions s, ways,
         lateral (select array_remove(all_of_them, (s.needs_onboarding, s.onboarding_completed, s.onboarding_step)::text) as others) o
    where s.user_id like 'many%' and (get_byte(s.token_hash, 0) * 256 + get_byte(s.token_hash, 2)) % 3 = 0)
update login_sessions s
set needs_onboarding = split_part(trim(both '()' from way), ',', 1)::boolean,
    onboarding_completed = split_part(trim(both '()' from way), ',', 2)::boolean,
    onboarding_step = split_part(trim(both '()' from way), ',', 3)
from wrong where wrong.id = s.id;
