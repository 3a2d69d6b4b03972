-- Mending in bulk page by page, in one statement that finds, locks, changes and tells, instead of finding everything first.
drop function mend_seen_login_sessions;

-- Nobody asks for the version of a row any more; its place tells as much to a statement that changes what it has just seen.
drop view login_session_copies;
create view login_session_copies as
select s.id, s.user_id, s.token_hash, s.kind, s.is_active,
       s.created_at, s.updated_at, s.last_activity, s.expires_at, s.ip_address, s.user_agent,
       s.needs_onboarding, s.onboarding_completed, s.onboarding_step,
       truth.needs_onboarding     as source_needs_onboarding,
       truth.onboarding_completed as source_onboarding_completed,
       truth.onboarding_step      as source_onboarding_step,
       truth.started,
       (s.needs_onboarding, s.onboarding_completed, s.onboarding_step) is distinct from
       (truth.needs_onboarding, truth.onboarding_completed, truth.onboarding_step) as wrong,
       s.ctid                     as row_place
from login_sessions s
         cross join onboarding_copy(null, null) none
         left join onboarding_copies o on o.user_id = s.user_id
         cross join lateral (select coalesce(o.needs_onboarding, none.needs_onboarding)         as needs_onboarding,
                                    coalesce(o.onboarding_completed, none.onboarding_completed) as onboarding_completed,
                                    coalesce(o.onboarding_step, none.onboarding_step)           as onboarding_step,
                                    o.user_id is not null                                       as started) truth;
comment on view login_session_copies is 'Each login session with its copy beside the source, and whether they disagree';
comment on column login_session_copies.row_place is 'Where this version of the row lies: a changed row lies elsewhere';

-- Makes the copies agree with their source whose rows lie from one place up to another, and answers those that were wrong as
-- they were and as they are.
-- A change of the onboarding writes the live rows of its account anew. So a row that still lies where this statement's
-- snapshot has it needs what its source says in the same snapshot; one that was changed since lies elsewhere, where the
-- update does not see it, and is left. Rows that someone holds are passed over: whoever never waits cannot be part of a
-- deadlock. What was left or passed over is for mend_login_sessions.
create function mend_login_sessions_between(place_from tid, place_before tid, live_at timestamptz, at timestamptz)
    returns table (id uuid, user_id varchar,
                   needs_before boolean, completed_before boolean, step_before varchar,
                   needs_after boolean, completed_after boolean, step_after text)
    language plpgsql
    -- One look-up for each row costs the same in each of many small statements; a hash of all sources would be built in each.
    set enable_hashjoin = off
    set enable_mergejoin = off
    set enable_memoize = off as
$$
#variable_conflict use_column
begin
    return query
        with held as materialized (
            select s.ctid as place, c.id, c.user_id,
                   c.needs_onboarding, c.onboarding_completed, c.onboarding_step,
                   c.source_needs_onboarding, c.source_onboarding_completed, c.source_onboarding_step
            from login_session_copies c
                     join login_sessions s on s.ctid = c.row_place
            where c.row_place >= place_from and c.row_place < place_before and c.wrong
              and (live_at is null or (c.is_active and c.expires_at > live_at))
            for no key update of s skip locked)
        update login_sessions s
        set needs_onboarding     = held.source_needs_onboarding,
            onboarding_completed = held.source_onboarding_completed,
            onboarding_step      = held.source_onboarding_step,
            updated_at           = at
        from held
        where s.ctid = held.place
        returning held.id, held.user_id,
            held.needs_onboarding, held.onboarding_completed, held.onboarding_step,
            held.source_needs_onboarding, held.source_onboarding_completed, held.source_onboarding_step;
end
$$;
comment on function mend_login_sessions_between is 'Makes copies right in rows that nobody holds or has just changed';

-- login_sessions_user_id_idx begins with the same column.
drop index login_sessions_by_account;
