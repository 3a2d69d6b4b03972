-- Mending in bulk is told which rows to write and how, so that it looks up no source of its own.

-- Arrays instead of an array of rows, because only they are put together quickly by several processes.
create type login_session_mends as (
    places               tid[],
    versions             xid[],
    needs_onboarding     boolean[],
    onboarding_completed boolean[],
    onboarding_steps     text[]
);
comment on type login_session_mends is 'Versions of login sessions whose copies are wrong, and what each must say';

create or replace view onboarding_copies as
select ws.user_id, copy.needs_onboarding, copy.onboarding_completed, copy.onboarding_step, ws.xmin as row_version
from wizard_sessions ws
         cross join lateral onboarding_copy(ws.status, ws.current_step) copy
where ws.wizard_id = '01890000-0000-7000-8000-000000000001';
comment on column onboarding_copies.row_version is 'The transaction that wrote this version of the source';

comment on function mend_login_sessions_between is 'For servers of the version before';

-- Writes what some of the mends say into the very versions of the rows that they name. Answers the rows as they were and as
-- they are, and only the ids of those that were passed over because someone holds them: whoever never waits cannot be part
-- of a deadlock. A row that was written since the mends were made is left, because a change of the onboarding writes the
-- live rows of its account anew. What was left or passed over is for mend_login_sessions.
create function mend_login_sessions_at(mends login_session_mends, first integer, last integer, at timestamptz)
    returns table (id uuid, mended boolean, user_id varchar,
                   needs_before boolean, completed_before boolean, step_before varchar,
                   needs_after boolean, completed_after boolean, step_after varchar)
    language plpgsql
    -- Each row is fetched from its place; nothing is searched for.
    set enable_hashjoin = off
    set enable_mergejoin = off as
$$
#variable_conflict use_column
begin
    return query
        with mend as materialized (
            select *
            from unnest(mends.places[first:last], mends.versions[first:last], mends.needs_onboarding[first:last],
                        mends.onboarding_completed[first:last], mends.onboarding_steps[first:last])
                     given (place, version, needs_onboarding, onboarding_completed, onboarding_step)),
        held as materialized (
            select mend.*, s.needs_onboarding as needs_before, s.onboarding_completed as completed_before,
                   s.onboarding_step as step_before
            from mend
                     join login_sessions s on s.ctid = mend.place and s.xmin = mend.version
            for no key update of s skip locked),
        mended as (
            update login_sessions s
            set needs_onboarding     = held.needs_onboarding,
                onboarding_completed = held.onboarding_completed,
                onboarding_step      = held.onboarding_step,
                updated_at           = at
            from held
            where s.ctid = held.place
            returning s.id, s.user_id, held.needs_before, held.completed_before, held.step_before,
                s.needs_onboarding, s.onboarding_completed, s.onboarding_step)
        select m.id, true, m.user_id, m.needs_before, m.completed_before, m.step_before,
               m.needs_onboarding, m.onboarding_completed, m.onboarding_step
        from mended m
        union all
        select s.id, false, null, null, null, null, null, null, null
        from mend
                 join login_sessions s on s.ctid = mend.place and s.xmin = mend.version
        where mend.place not in (select held.place from held);
end
$$;
comment on function mend_login_sessions_at is 'Makes copies right in rows that nobody holds or has just changed';
