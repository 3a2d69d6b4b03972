-- A look-up of the source for each of a million rows took longer than mending a third of them. Over more pages at once the sources
-- are read as a whole, and building a hash of them is nothing beside the rows.

-- Makes the copies agree with their source whose rows lie from one place up to another, and answers those that were wrong as
-- they were and as they are.
-- A change of the onboarding writes the live rows of its account anew. So a row that still lies where this statement's
-- snapshot has it needs what its source says in the same snapshot; one that was changed since lies elsewhere, where the
-- update does not see it, and is left. Rows that someone holds are passed over: whoever never waits cannot be part of a
-- deadlock. What was left or passed over is for mend_login_sessions.
create or replace function mend_login_sessions_between(place_from tid, place_before tid, live_at timestamptz, at timestamptz)
    returns table (id uuid, user_id varchar,
                   needs_before boolean, completed_before boolean, step_before varchar,
                   needs_after boolean, completed_after boolean, step_after text)
    language plpgsql
    -- How many rows lie between the places decides how they meet their sources: of many it is a hash, which fits into this.
    set plan_cache_mode = force_custom_plan
    set work_mem = '64MB' as
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
