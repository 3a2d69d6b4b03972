-- Statistics of wizard sessions, kept exactly: every figure is a sum over rows of the projection. See docs/adr/0038.

-- What people were told to mend: raw, by wizard session.
create table wizard_session_refusals (
    wizard_session_id uuid         not null references wizard_sessions (id) on delete cascade,
    step_key          varchar(100) not null,
    field_key         varchar(200) not null,
    user_id           varchar(255) not null references accounts (id) on delete cascade,
    problems          bigint       not null check (problems > 0),
    -- Whether the newest refusal of this step named the field.
    last              boolean      not null,
    -- The wizard session's version that was refused: a step that was left later has the problem behind it.
    version           bigint       not null,
    refused_at        timestamptz  not null,
    primary key (wizard_session_id, step_key, field_key)
) with (fillfactor = 70);
comment on table wizard_session_refusals is 'How often a Next was refused because of a field; goes with its wizard session';
create index wizard_session_refusals_by_account on wizard_session_refusals (user_id);

alter table wizard_session_overview
    add column marks   text[] not null default '{}',
    add column refused jsonb;
comment on column wizard_session_overview.marks is
    'What statistics count of it: reached/STEP, submitted/STEP, skipped/STEP, refused/STEP/FIELD, stopped/STEP/FIELD, in order';
comment on column wizard_session_overview.refused is
    'How many problems each field had, null where none had: [{"s": STEP, "f": FIELD, "n": 2}]';

drop function wizard_session_truths(uuid[]);

-- The one place that says which wizard sessions count for what. One that is not completed stands at its current step:
--   reached     it left the step behind, or stands there
--   submitted, skipped   how it left the step, unless it stands there (again)
--   refused     a Next of the step was refused because of the field, at least once
--   stopped     it stands at the step, and the newest refusal there, which nothing followed, named the field
create function wizard_session_truths(ids uuid[])
    returns table (id uuid, user_id varchar, account_name varchar, session_name varchar, wizard_id uuid, wizard_version integer,
                   status varchar, current_step varchar, progress_percentage numeric, started_at timestamptz,
                   last_activity_at timestamptz, completed_at timestamptz, total_time_seconds bigint, version bigint, state integer,
                   marks text[], refused jsonb)
    language sql stable rows 1000
as
$$
select ws.id, ws.user_id, a.username, ws.session_name, ws.wizard_id, ws.wizard_version, ws.status, ws.current_step,
       ws.progress_percentage, ws.started_at, ws.last_activity_at, ws.completed_at, ws.total_time_seconds, ws.version,
       wizard_session_state(ws.status, ws.progress_percentage, ws.total_time_seconds),
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
                and coalesce((ws.steps -> r.step_key ->> 'version')::bigint <= r.version, true)) m),
       (select jsonb_agg(jsonb_build_object('s', r.step_key, 'f', r.field_key, 'n', r.problems) order by r.step_key, r.field_key)
        from wizard_session_refusals r
        where r.wizard_session_id = ws.id)
from wizard_sessions ws
         join accounts a on a.id = ws.user_id
where ws.id = any (ids)
$$;
comment on function wizard_session_truths is 'What the projection should say of these wizard sessions';

create or replace function copy_wizard_sessions(ids uuid[]) returns bigint
    language plpgsql as
$$
declare
    copied bigint;
begin
    insert into wizard_session_classes (wizard_id, step, state)
    select distinct t.wizard_id, t.current_step, t.state
    from wizard_session_truths(ids) t
    where not exists (select from wizard_session_classes c
                      where c.wizard_id = t.wizard_id and c.step = t.current_step and c.state = t.state)
    on conflict do nothing;

    insert into wizard_session_overview as o
        (id, user_id, account_name, session_name, wizard_id, wizard_version, status, current_step, progress_percentage,
         started_at, last_activity_at, completed_at, total_time_seconds, version, class, marks, refused)
    select t.id, t.user_id, t.account_name, t.session_name, t.wizard_id, t.wizard_version, t.status, t.current_step,
           t.progress_percentage, t.started_at, t.last_activity_at, t.completed_at, t.total_time_seconds, t.version, c.id,
           t.marks, t.refused
    from wizard_session_truths(ids) t
             join wizard_session_classes c on c.wizard_id = t.wizard_id and c.step = t.current_step and c.state = t.state
    on conflict (id) do update
        set user_id = excluded.user_id, account_name = excluded.account_name, session_name = excluded.session_name,
            wizard_id = excluded.wizard_id, wizard_version = excluded.wizard_version, status = excluded.status,
            current_step = excluded.current_step, progress_percentage = excluded.progress_percentage,
            started_at = excluded.started_at, last_activity_at = excluded.last_activity_at,
            completed_at = excluded.completed_at, total_time_seconds = excluded.total_time_seconds,
            version = excluded.version, class = excluded.class, marks = excluded.marks, refused = excluded.refused
        where (o.user_id, o.account_name, o.session_name, o.wizard_id, o.wizard_version, o.status, o.current_step,
               o.progress_percentage, o.started_at, o.last_activity_at, o.completed_at, o.total_time_seconds, o.version, o.class,
               o.marks, o.refused)
            is distinct from
              (excluded.user_id, excluded.account_name, excluded.session_name, excluded.wizard_id, excluded.wizard_version,
               excluded.status, excluded.current_step, excluded.progress_percentage, excluded.started_at,
               excluded.last_activity_at, excluded.completed_at, excluded.total_time_seconds, excluded.version, excluded.class,
               excluded.marks, excluded.refused);
    get diagnostics copied = row_count;
    return copied;
end
$$;

-- Durations are counted in classes and looked up exactly within one: of the two leading digits, 10 to 19 are classes of their own,
-- then every second one to 49, then every fifth (1200 is 1200 to 1299, 4300 counts as 4200). One expression, so that it is
-- calculated where it is used.
create function wizard_duration_class(seconds bigint) returns bigint
    language sql immutable parallel safe
as
$$
select case when seconds < 100 then seconds - seconds % (case when seconds < 20 then 1 when seconds < 50 then 2 else 5 end)
            when seconds < 1000 then seconds - seconds % (case when seconds < 200 then 10 when seconds < 500 then 20 else 50 end)
            when seconds < 10000 then seconds - seconds % (case when seconds < 2000 then 100 when seconds < 5000 then 200 else 500 end)
            when seconds < 100000 then seconds - seconds % (case when seconds < 20000 then 1000 when seconds < 50000 then 2000 else 5000 end)
            when seconds < 1000000 then seconds - seconds % (case when seconds < 200000 then 10000 when seconds < 500000 then 20000 else 50000 end)
            when seconds < 10000000 then seconds - seconds % (case when seconds < 2000000 then 100000 when seconds < 5000000 then 200000 else 500000 end)
            when seconds < 100000000 then seconds - seconds % (case when seconds < 20000000 then 1000000 when seconds < 50000000 then 2000000 else 5000000 end)
            else 100000000 end
$$;

-- What a row of the projection adds to the figures of its wizard and of the day (UTC) on which it was started:
--   standing   by step and, in detail, status
--   duration   by the class of its seconds, in detail; only completed ones
--   problems   by step and, in detail, field: how many
--   and its marks by step and, in detail, field
create function wizard_session_figures(current_step text, status text, marks text[], refused jsonb, seconds bigint)
    returns table (figure text, step_key text, detail text, amount bigint)
    language sql immutable parallel safe rows 12
as
$$
select 'standing', current_step, status, 1::bigint
union all
select split_part(mark, '/', 1), split_part(mark, '/', 2), substr(mark, length(split_part(mark, '/', 1) || split_part(mark, '/', 2)) + 3), 1
from unnest(marks) mark
union all
select 'duration', '', wizard_duration_class(seconds)::text, 1
where seconds is not null
union all
select 'problems', r.s, r.f, r.n
from jsonb_to_recordset(refused) r (s text, f text, n bigint)
where refused is not null
$$;

create table wizard_statistics_totals (
    wizard_id uuid         not null,
    day       date         not null,
    figure    varchar(20)  not null,
    step_key  varchar(100) not null,
    detail    varchar(200) not null,
    amount    bigint       not null,
    -- By figure first: durations are most of the rows, and most questions are not about them.
    primary key (figure, wizard_id, day, step_key, detail),
    constraint wizard_statistics_figure check (
        figure in ('standing', 'reached', 'submitted', 'skipped', 'refused', 'stopped', 'duration', 'problems'))
) with (fillfactor = 80);
comment on table wizard_statistics_totals is
    'Figures of the wizard sessions that were started on a day (UTC); what holds is these plus wizard_statistics_deltas';

-- No key and no index: whoever changes the projection appends, and waits for nobody.
create table wizard_statistics_deltas (
    wizard_id uuid         not null,
    day       date         not null,
    figure    varchar(20)  not null,
    step_key  varchar(100) not null,
    detail    varchar(200) not null,
    amount    bigint       not null
) with (autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);
comment on table wizard_statistics_deltas is 'What is to be added to wizard_statistics_totals; folded by a job';

create view wizard_statistics as
select wizard_id, day, figure, step_key, detail, amount from wizard_statistics_totals
union all
select wizard_id, day, figure, step_key, detail, amount from wizard_statistics_deltas;
comment on view wizard_statistics is 'The figures as they hold, in parts that are to be summed up';

-- A bulk load says `set local gangway.statistics = 'later'` and calls mend_wizard_statistics() after its commit.
create function count_wizard_statistics() returns trigger
    language plpgsql as
$$
begin
    if current_setting('gangway.statistics', true) = 'later' then
        return null;
    elsif tg_op = 'INSERT' then
        insert into wizard_statistics_deltas (wizard_id, day, figure, step_key, detail, amount)
        select o.wizard_id, o.started_day, f.figure, f.step_key, f.detail, sum(f.amount)
        from new_rows o, wizard_session_figures(o.current_step, o.status, o.marks, o.refused, o.total_time_seconds) f
        group by 1, 2, 3, 4, 5;
    elsif tg_op = 'DELETE' then
        insert into wizard_statistics_deltas (wizard_id, day, figure, step_key, detail, amount)
        select o.wizard_id, o.started_day, f.figure, f.step_key, f.detail, -sum(f.amount)
        from old_rows o, wizard_session_figures(o.current_step, o.status, o.marks, o.refused, o.total_time_seconds) f
        group by 1, 2, 3, 4, 5;
    else
        insert into wizard_statistics_deltas (wizard_id, day, figure, step_key, detail, amount)
        select o.wizard_id, o.started_day, f.figure, f.step_key, f.detail, sum(o.sign * f.amount)
        from (select 1 as sign, wizard_id, started_day, current_step, status, marks, refused, total_time_seconds from new_rows
              union all
              select -1, wizard_id, started_day, current_step, status, marks, refused, total_time_seconds from old_rows) o,
             wizard_session_figures(o.current_step, o.status, o.marks, o.refused, o.total_time_seconds) f
        group by 1, 2, 3, 4, 5
        having sum(o.sign * f.amount) <> 0;
    end if;
    return null;
end
$$;

-- Adds deltas to the totals, at most so many rows; answers how many it took. Two at a time would wait for each other's totals.
create function fold_wizard_statistics(most integer) returns bigint
    language plpgsql as
$$
declare
    taken bigint;
begin
    if not pg_try_advisory_xact_lock(hashtext('wizard_statistics_totals')) then
        return 0;
    end if;
    with folded as (
             delete from wizard_statistics_deltas
             where ctid = any (array(select ctid from wizard_statistics_deltas limit most))
             returning *),
         added as (
             insert into wizard_statistics_totals as t (wizard_id, day, figure, step_key, detail, amount)
             select wizard_id, day, figure, step_key, detail, sum(amount)
             from folded
             group by 1, 2, 3, 4, 5
             having sum(amount) <> 0
             on conflict (figure, wizard_id, day, step_key, detail) do update set amount = t.amount + excluded.amount)
    select count(*) into taken from folded;
    return taken;
end
$$;

-- Recounts everything from the projection and appends what is missing; answers how many figures were wrong. One statement sees
-- one moment of projection, totals and deltas, and what changes meanwhile appends its own: so it needs no lock on any of them.
create function mend_wizard_statistics() returns bigint
    language plpgsql as
$$
declare
    wrong bigint;
begin
    -- Two at a time would both append what is missing.
    perform pg_advisory_xact_lock(hashtext('mend_wizard_statistics'));
    insert into wizard_statistics_deltas (wizard_id, day, figure, step_key, detail, amount)
    select wizard_id, day, figure, step_key, detail, sum(amount)
    from (select o.wizard_id, o.started_day as day, f.figure, f.step_key, f.detail, o.alike * f.amount as amount
          -- Wizard sessions that are alike are counted first, which leaves few to take apart.
          from (select wizard_id, started_day, current_step, status, marks, refused, count(*) as alike
                from wizard_session_overview
                group by 1, 2, 3, 4, 5, 6) o,
               wizard_session_figures(o.current_step, o.status, o.marks, o.refused, null) f
          union all
          select wizard_id, started_day, 'duration', '', wizard_duration_class(total_time_seconds)::text, count(*)
          from wizard_session_overview
          where total_time_seconds is not null
          group by 1, 2, 5
          union all
          select wizard_id, day, figure, step_key, detail, -amount from wizard_statistics) counted
    group by 1, 2, 3, 4, 5
    having sum(amount) <> 0;
    get diagnostics wrong = row_count;
    return wrong;
end
$$;

-- What was projected before there were these columns.
update wizard_session_overview o
set marks = t.marks, refused = t.refused
from wizard_session_truths(array(select id from wizard_session_overview)) t
where t.id = o.id;

-- Where the seconds of a class of durations are looked up.
create index wizard_session_overview_seconds on wizard_session_overview (wizard_id, total_time_seconds, started_at)
    where total_time_seconds is not null;

-- Where the rows of a figure are found.
create index wizard_session_overview_marks on wizard_session_overview using gin (marks);

create trigger wizard_statistics_counted_in
    after insert on wizard_session_overview referencing new table as new_rows
    for each statement execute function count_wizard_statistics();
create trigger wizard_statistics_counted_over
    after update on wizard_session_overview referencing new table as new_rows old table as old_rows
    for each statement execute function count_wizard_statistics();
create trigger wizard_statistics_counted_out
    after delete on wizard_session_overview referencing old table as old_rows
    for each statement execute function count_wizard_statistics();

select mend_wizard_statistics();

-- As before, and counts what it loaded once, when all is there.
create or replace function load_wizard_session_overview() returns bigint
    language plpgsql
    set maintenance_work_mem = '256MB' as
$$
declare
    definitions text[];
    index_name  text;
    definition  text;
    loaded      bigint;
begin
    perform set_config('gangway.statistics', 'later', true);
    -- In the order in which mending takes them.
    perform pg_advisory_xact_lock(hashtext('mend_wizard_statistics'));
    lock table wizard_session_overview, wizard_session_changes in access exclusive mode;
    select array_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid) into definitions
    from pg_index i where i.indrelid = 'wizard_session_overview'::regclass and not i.indisprimary;
    for index_name in
        select i.indexrelid::regclass::text from pg_index i
        where i.indrelid = 'wizard_session_overview'::regclass and not i.indisprimary
    loop
        execute 'drop index ' || index_name;
    end loop;
    loaded := copy_wizard_sessions(array(select distinct wizard_session_id from wizard_session_changes));
    truncate wizard_session_changes;
    perform mend_wizard_statistics();
    foreach definition in array definitions loop
        execute definition;
    end loop;
    perform set_config('gangway.statistics', '', true);
    return loaded;
end
$$;

-- Mended after it was out there, which the digits hide from the checksum (ADR 63): 1101110000110011011110101001100000000000
