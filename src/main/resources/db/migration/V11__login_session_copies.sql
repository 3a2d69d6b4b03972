-- The copies of the onboarding status in login sessions: compared in one place, mended in one place.

-- The one mapping, as before, but as a set of one row: such a function is inlined, so that comparing a million rows does not
-- call it a million times.
drop view onboarding_copies;
drop function onboarding_copy;

create function onboarding_copy(status text, current_step text)
    returns table (needs_onboarding boolean, onboarding_completed boolean, onboarding_step text)
    language sql immutable parallel safe rows 1
as
$$
select status is distinct from 'completed',
       status is not distinct from 'completed',
       case when status = 'completed' then 'completed' else coalesce(current_step, 'api_keys') end
$$;
comment on function onboarding_copy is 'The one mapping from onboarding progress to the copies; nulls stand for "none was started"';

create view onboarding_copies as
select ws.user_id, copy.needs_onboarding, copy.onboarding_completed, copy.onboarding_step
from wizard_sessions ws
         cross join lateral onboarding_copy(ws.status, ws.current_step) copy
where ws.wizard_id = '01890000-0000-7000-8000-000000000001';
comment on view onboarding_copies is 'What the copies of each account that has started its onboarding must say';

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
       s.ctid                     as row_place,
       s.xmin                     as row_version
from login_sessions s
         cross join onboarding_copy(null, null) none
         left join onboarding_copies o on o.user_id = s.user_id
         cross join lateral (select coalesce(o.needs_onboarding, none.needs_onboarding)         as needs_onboarding,
                                    coalesce(o.onboarding_completed, none.onboarding_completed) as onboarding_completed,
                                    coalesce(o.onboarding_step, none.onboarding_step)           as onboarding_step,
                                    o.user_id is not null                                       as started) truth;
comment on view login_session_copies is 'Each login session with its copy beside the source, and whether they disagree';
comment on column login_session_copies.row_place is 'With row_version the very version of the row, for changing only what was seen';

-- Makes the copies of the given login sessions right, and answers those that were wrong as they were and as they are.
-- The rows are locked first, always in the order of their ids, so that two writers cannot wait for each other; and the
-- source is read by the statement after it, which sees what was committed while it waited. Reading it in the same statement
-- would write back a status that a Next has just overtaken.
create function mend_login_sessions(ids uuid[], at timestamptz)
    returns table (id uuid, user_id varchar,
                   needs_before boolean, completed_before boolean, step_before varchar,
                   needs_after boolean, completed_after boolean, step_after text)
    language plpgsql as
$$
#variable_conflict use_column
begin
    perform from login_sessions s where s.id = any (ids) order by s.id for no key update;
    return query
        update login_sessions s
        set needs_onboarding     = c.source_needs_onboarding,
            onboarding_completed = c.source_onboarding_completed,
            onboarding_step      = c.source_onboarding_step,
            updated_at           = at
        from login_session_copies c
        where s.id = any (ids) and c.id = s.id and c.wrong
        returning s.id, s.user_id,
            c.needs_onboarding, c.onboarding_completed, c.onboarding_step,
            c.source_needs_onboarding, c.source_onboarding_completed, c.source_onboarding_step;
end
$$;
comment on function mend_login_sessions is 'Makes copies agree with their source, in the order of the ids';

-- The same at a read, where a failure must not be the reader's: the EXCEPTION block is a savepoint without a round trip of
-- its own. Answers how many rows changed, or -1 and the reason. Nobody waits long for a row that someone holds on to.
create function heal_login_sessions(ids uuid[], at timestamptz, out updated integer, out problem text)
    language plpgsql
    set lock_timeout = '1s' as
$$
begin
    select count(*) into updated from mend_login_sessions(ids, at);
exception when others then
    updated := -1;
    problem := sqlstate || ' ' || sqlerrm;
end
$$;

-- As before, at each change of an onboarding and in its transaction; a failure does not undo the change. New is that every
-- live row of the account is written, also one that happens to say the right thing already: whoever mends in bulk sees by
-- the version of a row whether the source may have changed since. And nobody waits for long.
create or replace function copy_onboarding_to_login_sessions(account varchar, at timestamptz,
                                                             out updated integer, out problem text)
    language plpgsql
    set lock_timeout = '2s' as
$$
begin
    perform from login_sessions s
    where s.user_id = account and s.is_active and s.expires_at > at
    order by s.id for no key update;

    update login_sessions s
    set needs_onboarding     = c.source_needs_onboarding,
        onboarding_completed = c.source_onboarding_completed,
        onboarding_step      = c.source_onboarding_step,
        updated_at           = at
    from login_session_copies c
    where s.user_id = account and s.is_active and s.expires_at > at and c.id = s.id;
    get diagnostics updated = row_count;
exception when others then
    updated := -1;
    problem := sqlstate || ' ' || sqlerrm;
end
$$;

-- Serves an account's login sessions, the ended ones too: for the cascade of an erased account and for commands.
create index login_sessions_user_id_idx on login_sessions (user_id, id);
drop index login_sessions_active_user_id_idx;
