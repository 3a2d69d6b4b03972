-- Mends copies in bulk: makes those rows say the given values which are still the very versions that were seen, and answers
-- which these were. A change of the onboarding writes the rows of its account anew, so what the source said when a row was
-- seen, it says as long as that version of the row lives. Rows that someone holds are passed over: whoever never waits
-- cannot be part of a deadlock.
-- Places, ids and versions are compared as sets, which is exact: at the moment of seeing, each place held one row only.
create function mend_seen_login_sessions(places tid[], ids uuid[], versions xid[],
                                         needs boolean, completed boolean, step text, at timestamptz)
    returns setof uuid
    language plpgsql
    -- With the values known, the planner hashes the sets instead of walking through them for each row.
    set plan_cache_mode = force_custom_plan as
$$
begin
    return query
        update login_sessions s
        set needs_onboarding = needs, onboarding_completed = completed, onboarding_step = step, updated_at = at
        where s.ctid = any (array(
                  select held.ctid from login_sessions held where held.ctid = any (places) for no key update skip locked))
          and s.id = any (ids) and s.xmin = any (versions)
        returning s.id;
end
$$;
comment on function mend_seen_login_sessions is 'Makes copies right in rows that nobody has changed since they were seen';
