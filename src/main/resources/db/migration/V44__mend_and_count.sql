-- Mending in bulk counts what it looks at, so that a synchronisation need not read everything once more.

create or replace view login_session_copies as
select s.id, s.user_id, s.token_hash, s.kind, s.is_active,
       s.created_at, s.updated_at, s.last_activity, s.expires_at, s.ip_address, s.user_agent,
       s.needs_onboarding, s.onboarding_completed, s.onboarding_step,
       truth.needs_onboarding     as source_needs_onboarding,
       truth.onboarding_completed as source_onboarding_completed,
       truth.onboarding_step      as source_onboarding_step,
       truth.started,
       (s.needs_onboarding, s.onboarding_completed, s.onboarding_step) is distinct from
       (truth.needs_onboarding, truth.onboarding_completed, truth.onboarding_step) as wrong,
       s.ctid                     as row_place,
       s.xmin                     as row_version
from login_sessions s
         cross join onboarding_copy(null, null) none
         left join onboarding_copies o on o.user_id = s.user_id
         cross join lateral (select coalesce(o.needs_onboarding, none.needs_onboarding)         as needs_onboarding,
                                    coalesce(o.onboarding_completed, none.onboarding_completed) as onboarding_completed,
                                    coalesce(o.onboarding_step, none.onboarding_step)           as onboarding_step,
                                    o.user_id is not null                                       as started) truth;
comment on column login_session_copies.row_version is 'The transaction that wrote this version of the row';

drop function mend_login_sessions_between;

-- Makes the copies agree with their source whose rows lie from one place up to another. Answers those that were mended as
-- they were and as they are, only the ids of those that were passed over, and what was counted in a row without an id.
-- A change of the onboarding writes the live rows of its account anew. So a row that still lies where this statement's
-- snapshot has it needs what its source says in the same snapshot; one that was changed since lies elsewhere, where the
-- update does not see it, and is left. Rows that someone holds are passed over: whoever never waits cannot be part of a
-- deadlock. What was left or passed over is for mend_login_sessions.
create function mend_login_sessions_between(place_from tid, place_before tid, live_at timestamptz, at timestamptz)
    returns table (checked bigint, without_progress bigint,
                   id uuid, mended boolean, user_id varchar,
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
        with seen as materialized (
            select c.row_place, c.id, c.user_id, c.started, c.wrong,
                   c.needs_onboarding, c.onboarding_completed, c.onboarding_step,
                   c.source_needs_onboarding, c.source_onboarding_completed, c.source_onboarding_step
            from login_session_copies c
            where c.row_place >= place_from and c.row_place < place_before
              and (live_at is null or (c.is_active and c.expires_at > live_at))),
        held as materialized (
            select s.ctid as place, seen.*
            from seen
                     join login_sessions s on s.ctid = seen.row_place
            where seen.wrong
            for no key update of s skip locked),
        mended as (
            update login_sessions s
            set needs_onboarding     = held.source_needs_onboarding,
                onboarding_completed = held.source_onboarding_completed,
                onboarding_step      = held.source_onboarding_step,
                updated_at           = at
            from held
            where s.ctid = held.place
            returning held.*)
        select count(*), count(*) filter (where not started),
               null::uuid, null::boolean, null::varchar,
               null::boolean, null::boolean, null::varchar, null::boolean, null::boolean, null::text
        from seen
        union all
        select null, null, m.id, true, m.user_id,
               m.needs_onboarding, m.onboarding_completed, m.onboarding_step,
               m.source_needs_onboarding, m.source_onboarding_completed, m.source_onboarding_step
        from mended m
        union all
        select null, null, other.id, false, null, null, null, null, null, null, null
        from (select seen.id from seen where seen.wrong except select m.id from mended m) other;
end
$$;
comment on function mend_login_sessions_between is 'Makes copies right in rows that nobody holds or has just changed, and counts all';
