-- Mending in bulk writes each row once: locking all of them first wrote each twice.

comment on function mend_login_sessions_at is 'For servers of the version before';

-- Writes what some of the mends say into the very versions of the rows that they name, and answers the rows as they were and as
-- they are. A row that was written since the mends were made is left, because a change of the onboarding writes the live rows of
-- its account anew. Where someone holds a row for long, nothing is written: whoever gives up so early is no part of a deadlock.
create function write_login_session_mends(mends login_session_mends, first integer, last integer, at timestamptz)
    returns table (id uuid, user_id varchar,
                   needs_before boolean, completed_before boolean, step_before varchar,
                   needs_after boolean, completed_after boolean, step_after varchar)
    language plpgsql
    set lock_timeout = '200ms'
    -- Each row is fetched from its place; nothing is searched for.
    set enable_hashjoin = off
    set enable_mergejoin = off as
$$
#variable_conflict use_column
begin
    return query
        update login_sessions s
        set needs_onboarding     = mend.needs_onboarding,
            onboarding_completed = mend.onboarding_completed,
            onboarding_step      = mend.onboarding_step,
            updated_at           = at
        from (select *
              from unnest(mends.places[first:last], mends.versions[first:last], mends.needs_onboarding[first:last],
                          mends.onboarding_completed[first:last], mends.onboarding_steps[first:last])
                       given (place, version, needs_onboarding, onboarding_completed, onboarding_step)
              -- Whoever mends the same rows at the same time waits, but never in a circle.
              order by place) mend
                 join login_sessions was on was.ctid = mend.place and was.xmin = mend.version
        where s.ctid = mend.place and s.xmin = mend.version
        returning s.id, s.user_id, was.needs_onboarding, was.onboarding_completed, was.onboarding_step,
            s.needs_onboarding, s.onboarding_completed, s.onboarding_step;
end
$$;
comment on function write_login_session_mends is 'Makes copies right in rows that nobody has just changed';
