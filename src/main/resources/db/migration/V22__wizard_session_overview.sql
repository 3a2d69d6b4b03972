-- The all-sessions grid: a projection of wizard sessions that any column sorts and filters at once, and the outbox that
-- keeps it up. See docs/adr/0035.

-- What happened since the projection was brought up: appended in the writer's transaction, taken away by the projector. No
-- key and no order: a row that becomes visible late is simply taken later, so there is nothing that could be passed over.
create table wizard_session_changes (
    wizard_session_id uuid        not null,
    told_at           timestamptz not null default now()
) with (autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);
comment on table wizard_session_changes is 'Outbox: wizard sessions whose projection is to be looked at again';

-- The status, how far it is, and how long it took, as one number: few values, by which every index of the grid is divided.
-- completed: 100000 + the range of the duration (0 to 5); others: 100000 × status (0, 2, 3) + hundredths of a per cent.
create function wizard_session_state(status text, progress numeric, seconds bigint) returns integer
    language sql immutable parallel safe
as
$$
select case status
           when 'in_progress' then (progress * 100)::integer
           when 'completed' then 100000 + case when seconds < 300 then 0 when seconds < 900 then 1 when seconds < 3600 then 2
                                               when seconds < 86400 then 3 when seconds < 604800 then 4 else 5 end
           when 'abandoned' then 200000 + (progress * 100)::integer
           else 300000 + (progress * 100)::integer
       end
$$;

-- pg_trgm knows only ASCII letters where the database's character type is C, and would find no trigram in other scripts.
-- Each byte of another script becomes a letter and three digits, so that it has some.
create function searchable(what text) returns text
    language sql immutable parallel safe
as
$$
select translate(encode(convert_to(what, 'UTF8'), 'escape'), '\', 'q')
$$;

create table wizard_session_classes (
    id        integer      generated always as identity primary key,
    wizard_id uuid         not null references wizards (id) on delete cascade,
    step      varchar(100) not null,
    state     integer      not null,
    -- How many rows the projection has of it, without what is in wizard_session_class_changes.
    rows      bigint       not null default 0,
    constraint wizard_session_class unique (wizard_id, step, state)
) with (fillfactor = 50);
comment on table wizard_session_classes is 'Every combination of wizard, step and state that wizard sessions were ever in';

create table wizard_session_class_changes (
    class integer not null,
    rows  bigint  not null
);
comment on table wizard_session_class_changes is 'Appended by whoever changes the projection, so that nobody waits for a counter; folded by the projector';

create table wizard_session_overview (
    id                  uuid          primary key references wizard_sessions (id) on delete cascade,
    user_id             varchar(255)  not null,
    account_name        varchar(255)  not null,
    session_name        varchar(200)  not null,
    wizard_id           uuid          not null,
    wizard_version      integer       not null,
    status              varchar(20)   not null,
    current_step        varchar(100)  not null,
    progress_percentage numeric(5, 2) not null,
    started_at          timestamptz   not null,
    last_activity_at    timestamptz   not null,
    completed_at        timestamptz,
    total_time_seconds  bigint,
    version             bigint        not null,
    -- From here on only what the grid sorts and filters by.
    class               integer       not null,
    state               integer       not null
        generated always as (wizard_session_state(status, progress_percentage, total_time_seconds)) stored,
    account_key         text          not null collate "C" generated always as (lower(account_name)) stored,
    name_key            text          not null collate "C" generated always as (lower(session_name)) stored,
    -- What is not finished takes longer than anything.
    duration_key        bigint        not null
        generated always as (coalesce(total_time_seconds, 9223372036854775807)) stored,
    started_day         date          not null generated always as ((started_at at time zone 'UTC')::date) stored,
    active_day          date          not null generated always as ((last_activity_at at time zone 'UTC')::date) stored,
    -- Chance, but the same at each look: rows below a bound are a sample of the table.
    sample              integer       not null generated always as (uuid_hash(id) & 1048575) stored
) with (fillfactor = 90);
comment on table wizard_session_overview is 'Copy of the wizard sessions for the all-sessions grid; written by the projector alone';

create function wizard_session_truths(ids uuid[])
    returns table (id uuid, user_id varchar, account_name varchar, session_name varchar, wizard_id uuid, wizard_version integer,
                   status varchar, current_step varchar, progress_percentage numeric, started_at timestamptz,
                   last_activity_at timestamptz, completed_at timestamptz, total_time_seconds bigint, version bigint, state integer)
    language sql stable rows 1000
as
$$
select ws.id, ws.user_id, a.username, ws.session_name, ws.wizard_id, ws.wizard_version, ws.status, ws.current_step,
       ws.progress_percentage, ws.started_at, ws.last_activity_at, ws.completed_at, ws.total_time_seconds, ws.version,
       wizard_session_state(ws.status, ws.progress_percentage, ws.total_time_seconds)
from wizard_sessions ws
         join accounts a on a.id = ws.user_id
where ws.id = any (ids)
$$;
comment on function wizard_session_truths is 'What the projection should say of these wizard sessions';

-- How many rows there are of each class, exactly and without a counter that two transactions would wait for.
create function count_wizard_session_classes() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        insert into wizard_session_class_changes select class, count(*) from new_rows group by class;
    elsif tg_op = 'DELETE' then
        insert into wizard_session_class_changes select class, -count(*) from old_rows group by class;
    else
        insert into wizard_session_class_changes
        select class, sum(rows)
        from (select class, 1 as rows from new_rows union all select class, -1 from old_rows) moved
        group by class having sum(rows) <> 0;
    end if;
    return null;
end
$$;

create trigger wizard_session_overview_counted_in
    after insert on wizard_session_overview referencing new table as new_rows
    for each statement execute function count_wizard_session_classes();
create trigger wizard_session_overview_counted_over
    after update on wizard_session_overview referencing new table as new_rows old table as old_rows
    for each statement execute function count_wizard_session_classes();
create trigger wizard_session_overview_counted_out
    after delete on wizard_session_overview referencing old table as old_rows
    for each statement execute function count_wizard_session_classes();

-- Copies these wizard sessions. The caller has locked them, or is the only one there is.
create function copy_wizard_sessions(ids uuid[]) returns bigint
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
         started_at, last_activity_at, completed_at, total_time_seconds, version, class)
    select t.id, t.user_id, t.account_name, t.session_name, t.wizard_id, t.wizard_version, t.status, t.current_step,
           t.progress_percentage, t.started_at, t.last_activity_at, t.completed_at, t.total_time_seconds, t.version, c.id
    from wizard_session_truths(ids) t
             join wizard_session_classes c on c.wizard_id = t.wizard_id and c.step = t.current_step and c.state = t.state
    on conflict (id) do update
        set user_id = excluded.user_id, account_name = excluded.account_name, session_name = excluded.session_name,
            wizard_id = excluded.wizard_id, wizard_version = excluded.wizard_version, status = excluded.status,
            current_step = excluded.current_step, progress_percentage = excluded.progress_percentage,
            started_at = excluded.started_at, last_activity_at = excluded.last_activity_at,
            completed_at = excluded.completed_at, total_time_seconds = excluded.total_time_seconds,
            version = excluded.version, class = excluded.class
        where (o.user_id, o.account_name, o.session_name, o.wizard_id, o.wizard_version, o.status, o.current_step,
               o.progress_percentage, o.started_at, o.last_activity_at, o.completed_at, o.total_time_seconds, o.version, o.class)
            is distinct from
              (excluded.user_id, excluded.account_name, excluded.session_name, excluded.wizard_id, excluded.wizard_version,
               excluded.status, excluded.current_step, excluded.progress_percentage, excluded.started_at,
               excluded.last_activity_at, excluded.completed_at, excluded.total_time_seconds, excluded.version, excluded.class);
    get diagnostics copied = row_count;
    return copied;
end
$$;

-- Takes changes from the outbox and brings the projection up, in the caller's transaction. The caller holds the advisory
-- lock, so that there is one at a time: two of them could each write what the other has just made old.
-- Every statement sees what was committed before it began. So whatever a change that was taken tells of is seen by the copying
-- after it, and whatever is committed later has left a change of its own.
-- Waits for nobody: rows that someone holds (an erasure, which goes the other way round) keep their change for the next time.
create function project_wizard_sessions(most integer)
    returns table (projected uuid, told timestamptz)
    language plpgsql as
$$
declare
    places tid[];
    ids    uuid[];
    free   uuid[];
    busy   uuid[];
    oldest timestamptz;
begin
    select array_agg(c.place), array_agg(distinct c.wizard_session_id), min(c.told_at) into places, ids, oldest
    from (select ctid as place, wizard_session_id, told_at from wizard_session_changes limit most) c;
    if ids is not null then
        select array_agg(held.id) into free
        from (select o.id from wizard_session_overview o where o.id = any (ids) order by o.id for no key update skip locked) held;
        free := coalesce(free, '{}') || array(
            select ws.id from wizard_sessions ws
            where ws.id = any (ids) and not exists (select from wizard_session_overview o where o.id = ws.id)
            for key share of ws skip locked);
        busy := array(
            select ws.id from wizard_sessions ws where ws.id = any (ids) and ws.id <> all (free));
        perform copy_wizard_sessions(free);
        delete from wizard_session_changes c where c.ctid = any (places) and c.wizard_session_id <> all (busy);
        return query select i, oldest from unnest(ids) i where i <> all (busy);
    end if;

    with folded as (delete from wizard_session_class_changes returning class, rows),
         sums as (select class, sum(rows) as rows from folded group by class)
    update wizard_session_classes c set rows = c.rows + s.rows from sums s where c.id = s.class and s.rows <> 0;
end
$$;

-- What is there already. The indexes come after it, which is many times quicker.
do
$$
    begin
        perform copy_wizard_sessions(array(select id from wizard_sessions));
    end
$$;

-- Every index of the grid: a branch, what is sorted by, and the id, so that pages can go on where one ended. A page merges
-- the first rows of all branches that the filter leaves.
create index wizard_session_overview_state_account on wizard_session_overview (state, account_key, id);
create index wizard_session_overview_state_name on wizard_session_overview (state, name_key, id);
create index wizard_session_overview_state_started on wizard_session_overview (state, started_at, id);
create index wizard_session_overview_state_active on wizard_session_overview (state, last_activity_at, id);
create index wizard_session_overview_state_duration on wizard_session_overview (state, duration_key, id);
create index wizard_session_overview_class_account on wizard_session_overview (class, account_key, id);
create index wizard_session_overview_class_name on wizard_session_overview (class, name_key, id);
create index wizard_session_overview_class_started on wizard_session_overview (class, started_at, id);
create index wizard_session_overview_class_active on wizard_session_overview (class, last_activity_at, id);
create index wizard_session_overview_class_duration on wizard_session_overview (class, duration_key, id);
create index wizard_session_overview_began_account on wizard_session_overview (started_day, account_key, id);
create index wizard_session_overview_began_name on wizard_session_overview (started_day, name_key, id);
create index wizard_session_overview_began_active on wizard_session_overview (started_day, last_activity_at, id);
create index wizard_session_overview_began_duration on wizard_session_overview (started_day, duration_key, id);
create index wizard_session_overview_day_account on wizard_session_overview (active_day, account_key, id);
create index wizard_session_overview_day_name on wizard_session_overview (active_day, name_key, id);
create index wizard_session_overview_day_started on wizard_session_overview (active_day, started_at, id);
create index wizard_session_overview_day_duration on wizard_session_overview (active_day, duration_key, id);

-- One row in sixteen, whole, in an order of chance: where a share of the rows tells what all of them are like.
create index wizard_session_overview_sample on wizard_session_overview (sample)
    include (id, class, state, account_key, name_key, started_at, last_activity_at, duration_key)
    where sample < 65536;

create index wizard_session_overview_text on wizard_session_overview
    using gin (searchable(account_key) gin_trgm_ops, searchable(name_key) gin_trgm_ops);

-- From here on the writers tell. What a Next pays for it is one row without an index.
create function tell_wizard_sessions_changed() returns trigger
    language plpgsql as
$$
begin
    insert into wizard_session_changes (wizard_session_id) select id from changed;
    return null;
end
$$;

create trigger wizard_sessions_begun
    after insert on wizard_sessions referencing new table as changed
    for each statement execute function tell_wizard_sessions_changed();
create trigger wizard_sessions_changed
    after update on wizard_sessions referencing new table as changed
    for each statement execute function tell_wizard_sessions_changed();
create trigger wizard_sessions_gone
    after delete on wizard_sessions referencing old table as changed
    for each statement execute function tell_wizard_sessions_changed();

create function tell_account_renamed() returns trigger
    language plpgsql as
$$
begin
    insert into wizard_session_changes (wizard_session_id) select id from wizard_sessions where user_id = new.id;
    return null;
end
$$;

create trigger accounts_renamed
    after update of username on accounts
    for each row when (old.username is distinct from new.username) execute function tell_account_renamed();
