-- A load of wizard sessions by the million: everything in one transaction without indexes and foreign keys, which are made and
-- checked anew at its end, instead of twenty-five look-ups for each row.

drop function load_wizard_session_overview;

-- What wizard_session_truths said is a view now: of all of them it is read at once, and by several processes.
-- The one place that says which wizard sessions count for what. One that is not completed stands at its current step:
--   reached     it left the step behind, or stands there
--   submitted, skipped   how it left the step, unless it stands there (again)
--   refused     a Next of the step was refused because of the field, at least once
--   stopped     it stands at the step, and the newest refusal there, which nothing followed, named the field
create view wizard_session_truth as
select ws.id, ws.user_id, a.username as account_name, ws.session_name, ws.wizard_id, ws.wizard_version, ws.status, ws.current_step,
       ws.progress_percentage, ws.started_at, ws.last_activity_at, ws.completed_at, ws.total_time_seconds, ws.version,
       wizard_session_state(ws.status, ws.progress_percentage, ws.total_time_seconds) as state,
       (select coalesce(array_agg(m.mark order by m.mark), '{}')
        from (select 'reached/' || s.key as mark
              from jsonb_each(ws.steps) s
              union all
              select case when s.value ->> 'state' = 'skipped' then 'skipped/' else 'submitted/' end || s.key
              from jsonb_each(ws.steps) s
              where ws.status = 'completed' or s.key <> ws.current_step
              union all
              select 'reached/' || ws.current_step
              where ws.status <> 'completed' and not ws.steps ? ws.current_step
              union all
              select 'refused/' || r.step_key || '/' || r.field_key
              from wizard_session_refusals r
              where r.wizard_session_id = ws.id
              union all
              select 'stopped/' || r.step_key || '/' || r.field_key
              from wizard_session_refusals r
              where r.wizard_session_id = ws.id and r.last and r.step_key = ws.current_step and ws.status <> 'completed'
                and coalesce((ws.steps -> r.step_key ->> 'version')::bigint <= r.version, true)) m) as marks,
       (select jsonb_agg(jsonb_build_object('s', r.step_key, 'f', r.field_key, 'n', r.problems) order by r.step_key, r.field_key)
        from wizard_session_refusals r
        where r.wizard_session_id = ws.id) as refused
from wizard_sessions ws
         join accounts a on a.id = ws.user_id;
comment on view wizard_session_truth is 'What the projection should say of each wizard session';

create or replace function wizard_session_truths(ids uuid[])
    returns table (id uuid, user_id varchar, account_name varchar, session_name varchar, wizard_id uuid, wizard_version integer,
                   status varchar, current_step varchar, progress_percentage numeric, started_at timestamptz,
                   last_activity_at timestamptz, completed_at timestamptz, total_time_seconds bigint, version bigint, state integer,
                   marks text[], refused jsonb)
    language sql stable rows 1000
as
$$
select id, user_id, account_name, session_name, wizard_id, wizard_version, status, current_step, progress_percentage, started_at,
       last_activity_at, completed_at, total_time_seconds, version, state, marks, refused
from wizard_session_truth
where id = any (ids)
$$;

-- Locks wizard sessions, answers and the projection against everybody, takes off what makes writing slow, and answers the
-- statements that put it back. The caller has the projector's turn. A key that others refer to stays.
create function begin_wizard_session_load() returns text[]
    language plpgsql as
$$
declare
    tables constant regclass[] := array['wizard_sessions', 'responses', 'wizard_session_overview'];
    statements      text[]     := '{}';
    statement       record;
begin
    -- In the order in which mending takes them.
    perform pg_advisory_xact_lock(hashtext('mend_wizard_statistics'));
    lock table wizard_sessions, responses, wizard_session_overview, wizard_session_changes in access exclusive mode;
    perform copy_wizard_sessions(array(select distinct wizard_session_id from wizard_session_changes));
    truncate wizard_session_changes;

    for statement in
        select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as off,
               format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as on_again,
               c.contype = 'f' as refers
        from pg_constraint c
        where c.conrelid = any (tables)
          and (c.contype = 'f'
               or c.contype in ('p', 'u') and not exists (select from pg_constraint f where f.contype = 'f' and f.confrelid = c.conrelid))
        order by c.contype, c.conrelid, c.oid
    loop
        execute statement.off;
        -- Foreign keys come last: they are checked by what the others make.
        statements := case when statement.refers then statements || statement.on_again
                           else array[statement.on_again] || statements end;
    end loop;
    for statement in
        select format('drop index %s', i.indexrelid::regclass) as off, pg_get_indexdef(i.indexrelid) as on_again
        from pg_index i
        where i.indrelid = any (tables) and not i.indisunique
        order by i.indrelid, i.indexrelid desc
    loop
        execute statement.off;
        statements := array[statement.on_again] || statements;
    end loop;
    return statements;
end
$$;

-- Projects what was stored since, which is not in the projection yet, and puts back what was taken off.
create function end_wizard_session_load(statements text[]) returns void
    language plpgsql
    set maintenance_work_mem = '256MB'
    set work_mem = '64MB' as
$$
declare
    statement text;
begin
    perform set_config('gangway.statistics', 'later', true);
    create temporary table loaded on commit drop as
    select t.* from wizard_session_truth t where not exists (select from wizard_session_overview o where o.id = t.id);

    insert into wizard_session_classes (wizard_id, step, state)
    select distinct wizard_id, current_step, state from loaded
    on conflict do nothing;
    insert into wizard_session_overview
        (id, user_id, account_name, session_name, wizard_id, wizard_version, status, current_step, progress_percentage,
         started_at, last_activity_at, completed_at, total_time_seconds, version, class, marks, refused)
    select t.id, t.user_id, t.account_name, t.session_name, t.wizard_id, t.wizard_version, t.status, t.current_step,
           t.progress_percentage, t.started_at, t.last_activity_at, t.completed_at, t.total_time_seconds, t.version, c.id,
           t.marks, t.refused
    from loaded t
             join wizard_session_classes c on c.wizard_id = t.wizard_id and c.step = t.current_step and c.state = t.state;
    truncate wizard_session_changes;

    foreach statement in array statements loop
        execute statement;
    end loop;
    perform mend_wizard_statistics();
    perform set_config('gangway.statistics', '', true);
end
$$;

-- Mended after it was out there, which the digits hide from the checksum (ADR 63): 1111011001110010000100011101100100000000
