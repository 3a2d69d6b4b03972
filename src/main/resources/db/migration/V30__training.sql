-- Trainers, what students buy, and the lessons that come of it. Every promise is a constraint; what one row cannot say is kept
-- by triggers. Both extensions may be made by the owner of a database (they are trusted), which earthdistance may not.
create extension if not exists btree_gist;
create extension if not exists cube;

-- Places as points in space: the straight line through the globe orders like the way around it, has no antimeridian and no
-- poles, and an index serves it. Bodies are bound when they are made, so that a restored dump needs no search path.
create function earth_point(latitude double precision, longitude double precision) returns cube
    language sql immutable strict parallel safe
    return cube(array [6371008.8 * cos(radians(latitude)) * cos(radians(longitude)),
        6371008.8 * cos(radians(latitude)) * sin(radians(longitude)),
        6371008.8 * sin(radians(latitude))]);
comment on function earth_point is 'A place as metres from the centre of the Earth';

create function earth_millimetres(a cube, b cube) returns bigint
    language sql immutable strict parallel safe
    return round(12742017600 * asin(least(1.0::double precision, (a <-> b) / 12742017.6)))::bigint;
comment on function earth_millimetres is 'Way between two places around the Earth, in whole millimetres: places that are equally far are equal';

create function is_place(latitude double precision, longitude double precision) returns boolean
    language sql immutable parallel safe
    return latitude between -90 and 90 and longitude between -180 and 180 and not (latitude = 0 and longitude = 0);
comment on function is_place is 'Whether it is a place; 0/0 is what programs write that know none';

-- An id of version 7, which newer PostgreSQL makes by itself and 15 to 17 do not.
create function time_ordered_id(at timestamptz) returns uuid
    language sql volatile parallel safe
    return encode(set_byte(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6),
        6, (get_byte(uuid_send(gen_random_uuid()), 0) & 15) | 112), 'hex')::uuid;

create table zones (
    id         varchar(255)     primary key check (btrim(id) <> ''),
    name       varchar(255)     not null check (btrim(name) <> ''),
    latitude   double precision not null,
    longitude  double precision not null,
    radius_km  double precision not null check (radius_km > 0 and radius_km <= 20100),
    time_zone  varchar(64)      not null,
    active     boolean          not null,
    point      cube generated always as (earth_point(latitude, longitude)) stored,
    version    integer          not null default 0,
    created_at timestamptz      not null,
    updated_at timestamptz      not null,
    check (is_place(latitude, longitude))
);
create index zones_by_place on zones using gist (point) where active;

create table courses (
    id         varchar(255) primary key check (btrim(id) <> ''),
    name       varchar(255) not null check (btrim(name) <> ''),
    version    integer      not null default 0,
    created_at timestamptz  not null,
    updated_at timestamptz  not null
);

create table trainers (
    user_id          varchar(255) primary key references accounts (id) on delete cascade,
    zone_id          varchar(255) not null references zones (id),
    latitude         double precision,
    longitude        double precision,
    capacity         integer      not null check (capacity between 0 and 1000),
    active           boolean      not null,
    -- Minutes of the day in the trainer's time zone.
    works_from       smallint     not null check (works_from between 0 and 1439),
    works_to         smallint     not null check (works_to between 1 and 1440),
    time_zone        varchar(64)  not null,
    -- Purchases with lessons to come, and until when this is so if nothing but time passes. Kept by a trigger.
    load             integer      not null default 0 check (load >= 0),
    load_valid_until timestamptz  not null default 'infinity',
    last_assigned_at timestamptz  not null default 'epoch',
    version          integer      not null default 0,
    created_at       timestamptz  not null,
    updated_at       timestamptz  not null,
    check (works_from < works_to),
    check ((latitude is null and longitude is null) or coalesce(is_place(latitude, longitude), false))
) with (fillfactor = 80);
create index trainers_by_zone on trainers (zone_id);
create index trainers_stale on trainers (load_valid_until) where load > 0;

-- What a trainer is certified for, with what a search for a trainer asks for, so that one index answers it.
create table trainer_courses (
    trainer_id       varchar(255) not null references trainers (user_id) on delete cascade,
    position         smallint     not null check (position between 1 and 3),
    course_id        varchar(255) not null references courses (id),
    zone_id          varchar(255) not null,
    active           boolean      not null,
    point            cube,
    load             integer      not null,
    load_valid_until timestamptz  not null,
    last_assigned_at timestamptz  not null,
    primary key (trainer_id, position),
    unique (trainer_id, course_id)
) with (fillfactor = 80);
create index trainer_courses_by_place on trainer_courses using gist (course_id, zone_id, point) where active;
create index trainer_courses_by_load on trainer_courses (course_id, zone_id, load, last_assigned_at, trainer_id collate "C")
    where active;
create index trainer_courses_stale on trainer_courses (course_id, zone_id, load_valid_until) where active and load > 0;

create function fill_trainer_course() returns trigger
    language plpgsql as
$$
begin
    select t.zone_id, t.active, earth_point(t.latitude, t.longitude), t.load, t.load_valid_until, t.last_assigned_at
    into new.zone_id, new.active, new.point, new.load, new.load_valid_until, new.last_assigned_at
    from trainers t where t.user_id = new.trainer_id;
    return new;
end
$$;
create trigger trainer_courses_filled before insert on trainer_courses for each row execute function fill_trainer_course();

create function follow_trainer() returns trigger
    language plpgsql as
$$
begin
    update trainer_courses
    set zone_id = new.zone_id, active = new.active, point = earth_point(new.latitude, new.longitude), load = new.load,
        load_valid_until = new.load_valid_until, last_assigned_at = new.last_assigned_at
    where trainer_id = new.user_id;
    return null;
end
$$;
create trigger trainers_followed
    after update of zone_id, active, latitude, longitude, load, load_valid_until, last_assigned_at on trainers
    for each row execute function follow_trainer();

create table students (
    user_id    varchar(255) primary key references accounts (id) on delete cascade,
    name       varchar(255),
    latitude   double precision,
    longitude  double precision,
    time_zone  varchar(64)  not null,
    created_at timestamptz  not null,
    updated_at timestamptz  not null,
    check ((latitude is null and longitude is null) or coalesce(is_place(latitude, longitude), false))
);

create table course_purchases (
    id                  uuid         primary key,
    booking_id          varchar(255) not null unique check (btrim(booking_id) <> ''),
    course_id           varchar(255) not null references courses (id),
    class_type          varchar(20)  not null check (class_type in ('ONE_ON_ONE', 'ONE_ON_TWO', 'ONE_ON_THREE', 'HYBRID')),
    students            smallint     not null,
    total_sessions      smallint     not null check (total_sessions in (10, 20, 30)),
    delivery_mode       varchar(20)  not null check (delivery_mode in ('WEEKDAY_DAILY', 'SUNDAY_ONLY')),
    lesson_type         varchar(20)  not null check (lesson_type in ('ONLINE', 'OFFLINE')),
    start_date          date         not null,
    preferred_time_slot time         not null,
    latitude            double precision not null,
    longitude           double precision not null,
    zone_id             varchar(255) references zones (id),
    status              varchar(30)  not null check (status in ('assigned', 'waitlisted', 'service_not_available')),
    trainer_id          varchar(255) references trainers (user_id) on delete set null,
    created_at          timestamptz  not null,
    updated_at          timestamptz  not null,
    check (is_place(latitude, longitude)),
    check (students = case class_type when 'ONE_ON_TWO' then 2 when 'ONE_ON_THREE' then 3 else 1 end),
    check (class_type <> 'HYBRID' or total_sessions = 30),
    check (trainer_id is null or status = 'assigned'),
    check ((zone_id is null) = (status = 'service_not_available'))
);
create index course_purchases_by_trainer on course_purchases (trainer_id) where trainer_id is not null;
create index course_purchases_waiting on course_purchases (zone_id, created_at, id) where status = 'waitlisted';

create table purchase_students (
    purchase_id uuid         not null references course_purchases (id) on delete cascade,
    student_id  varchar(255) not null references accounts (id) on delete cascade,
    position    smallint     not null check (position between 1 and 3),
    primary key (purchase_id, student_id),
    unique (purchase_id, position)
);
create index purchase_students_by_student on purchase_students (student_id, purchase_id);

-- What a person bought goes with them; what several bought goes with the last of them.
create function forget_purchases_of_nobody() returns trigger
    language plpgsql as
$$
begin
    delete from course_purchases p
    where p.id in (select purchase_id from gone)
      and not exists (select from purchase_students s where s.purchase_id = p.id);
    return null;
end
$$;
create trigger purchase_students_gone after delete on purchase_students
    referencing old table as gone for each statement execute function forget_purchases_of_nobody();

create table purchase_sessions (
    id               uuid         primary key,
    purchase_id      uuid         not null references course_purchases (id) on delete cascade,
    session_number   smallint     not null check (session_number between 1 and 30),
    trainer_id       varchar(255) references trainers (user_id) on delete set null,
    starts_at        timestamptz  not null,
    duration_minutes smallint     not null check (duration_minutes between 1 and 480),
    ends_at          timestamptz  not null generated always as
        ((starts_at at time zone 'UTC' + make_interval(mins => duration_minutes)) at time zone 'UTC') stored,
    type             varchar(20)  not null check (type in ('ONLINE', 'OFFLINE')),
    status           varchar(20)  not null check (status in ('scheduled', 'completed', 'cancelled')),
    version          integer      not null default 0,
    updated_at       timestamptz  not null,
    unique (purchase_id, session_number),
    -- A trainer is at one lesson at a time. A lesson is one row here, however many students sit in it.
    constraint purchase_sessions_overlap exclude using gist
        (trainer_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'cancelled')
);
create index purchase_sessions_by_trainer on purchase_sessions (trainer_id, starts_at) include (purchase_id)
    where status <> 'cancelled';

create function recount_trainers(wanted text[], at timestamptz) returns void
    language sql as
$$
update trainers t
set load = now_has.load, load_valid_until = now_has.until
from (select w.trainer_id, count(p.purchase_id)::integer as load, coalesce(min(p.last), 'infinity') as until
      from unnest(wanted) w (trainer_id)
               left join lateral (select s.purchase_id, max(s.starts_at) as last
                                  from purchase_sessions s
                                  where s.trainer_id = w.trainer_id and s.status <> 'cancelled' and s.starts_at > at
                                  group by s.purchase_id) p on true
      group by w.trainer_id) now_has
where t.user_id = now_has.trainer_id
  and (t.load, t.load_valid_until) is distinct from (now_has.load, now_has.until)
$$;
comment on function recount_trainers is 'Counts anew how many purchases with lessons to come these trainers have';

create function trainer_load(wanted varchar, at timestamptz) returns integer
    language sql stable
    return (select count(distinct purchase_id)::integer from purchase_sessions
            where trainer_id = wanted and status <> 'cancelled' and starts_at > at);

create function count_load_of_inserted() returns trigger language plpgsql as
$$
begin
    perform recount_trainers(array(select distinct trainer_id from news where trainer_id is not null order by 1), now());
    return null;
end
$$;
create function count_load_of_deleted() returns trigger language plpgsql as
$$
begin
    perform recount_trainers(array(select distinct trainer_id from olds where trainer_id is not null order by 1), now());
    return null;
end
$$;
create function count_load_of_updated() returns trigger language plpgsql as
$$
begin
    perform recount_trainers(array(select distinct trainer_id
                                   from (select trainer_id from olds union select trainer_id from news) both_of_them
                                   where trainer_id is not null order by 1), now());
    return null;
end
$$;
create trigger purchase_sessions_load_inserted after insert on purchase_sessions
    referencing new table as news for each statement execute function count_load_of_inserted();
create trigger purchase_sessions_load_deleted after delete on purchase_sessions
    referencing old table as olds for each statement execute function count_load_of_deleted();
create trigger purchase_sessions_load_updated after update on purchase_sessions
    referencing old table as olds new table as news for each statement execute function count_load_of_updated();

create table trainer_allocations (
    id           uuid         primary key,
    student_id   varchar(255) not null references accounts (id) on delete cascade,
    trainer_id   varchar(255) not null references trainers (user_id) on delete cascade,
    course_id    varchar(255) not null references courses (id),
    status       varchar(20)  not null check (status in ('approved', 'ended')),
    requested_by varchar(255) references accounts (id) on delete set null,
    metadata     jsonb        not null default '{}',
    created_at   timestamptz  not null,
    updated_at   timestamptz  not null
);
create unique index trainer_allocations_approved on trainer_allocations (student_id, trainer_id, course_id)
    where status = 'approved';
create index trainer_allocations_by_student on trainer_allocations (student_id);
create index trainer_allocations_by_trainer on trainer_allocations (trainer_id);
create index trainer_allocations_by_requester on trainer_allocations (requested_by) where requested_by is not null;

-- The copy: a lesson as one student and the trainer see it. It cannot outlive its source, nor the student's part in it.
create table tutoring_sessions (
    id                  uuid         primary key,
    purchase_session_id uuid         not null references purchase_sessions (id) on delete cascade,
    purchase_id         uuid         not null,
    student_id          varchar(255) not null,
    allocation_id       uuid         references trainer_allocations (id) on delete set null,
    trainer_id          varchar(255) references trainers (user_id) on delete set null,
    course_id           varchar(255) not null references courses (id),
    starts_at           timestamptz  not null,
    duration_minutes    smallint     not null check (duration_minutes between 1 and 480),
    type                varchar(20)  not null check (type in ('ONLINE', 'OFFLINE')),
    latitude            double precision,
    longitude           double precision,
    status              varchar(30)  not null check (status in
        ('scheduled', 'in_progress', 'pending_confirmation', 'completed', 'disputed', 'cancelled')),
    metadata            jsonb        not null default '{}',
    -- Counts the changes that a calendar has to hear of.
    sequence            integer      not null default 0,
    created_at          timestamptz  not null,
    updated_at          timestamptz  not null,
    unique (purchase_session_id, student_id),
    foreign key (purchase_id, student_id) references purchase_students (purchase_id, student_id) on delete cascade,
    check ((type = 'ONLINE') = (latitude is null) and (latitude is null) = (longitude is null)
        and (latitude is null or is_place(latitude, longitude)))
) with (fillfactor = 90);
create index tutoring_sessions_by_student on tutoring_sessions (student_id, starts_at, id);
create index tutoring_sessions_by_trainer on tutoring_sessions (trainer_id, starts_at, id);
create index tutoring_sessions_by_allocation on tutoring_sessions (allocation_id);

create table assignment_verdicts (
    id                uuid        primary key,
    purchase_id       uuid        not null references course_purchases (id) on delete cascade,
    attempt           integer     not null check (attempt >= 1),
    result            varchar(30) not null check (result in ('ASSIGNED', 'WAITLISTED', 'SERVICE_NOT_AVAILABLE')),
    chosen_trainer_id varchar(255) references trainers (user_id) on delete set null,
    -- Whether all candidates are listed; otherwise those that are not listed come after the ones that are.
    complete          boolean     not null,
    decided_at        timestamptz not null,
    unique (purchase_id, attempt)
);
create index assignment_verdicts_by_trainer on assignment_verdicts (chosen_trainer_id) where chosen_trainer_id is not null;

create table verdict_candidates (
    verdict_id           uuid         not null references assignment_verdicts (id) on delete cascade,
    position             smallint     not null check (position >= 1),
    trainer_id           varchar(255) not null references trainers (user_id) on delete cascade,
    distance_millimetres bigint check (distance_millimetres >= 0),
    load                 integer      not null,
    eligible             boolean      not null,
    reason               varchar(40),
    primary key (verdict_id, position)
);
create index verdict_candidates_by_trainer on verdict_candidates (trainer_id);

-- What the copies should say, one row for each student of each lesson, and what keeps one from being written.
create view tutoring_session_sources as
select ps.id as purchase_session_id, ps.purchase_id, ps.session_number, pst.student_id, pst.position,
       ps.trainer_id, cp.course_id, ps.starts_at, ps.duration_minutes, ps.type,
       case when ps.type = 'OFFLINE' then cp.latitude end  as latitude,
       case when ps.type = 'OFFLINE' then cp.longitude end as longitude,
       ps.status,
       case when s.user_id is null then 'student_unknown'
            when s.latitude is null then 'student_place'
            when ps.trainer_id is null then 'trainer_missing' end as problem
from course_purchases cp
         join purchase_sessions ps on ps.purchase_id = cp.id
         join purchase_students pst on pst.purchase_id = cp.id
         left join students s on s.user_id = pst.student_id
where cp.status <> 'service_not_available';

-- The sources whose copy is missing or says something else. A copy takes the status of its source only while it is scheduled.
create view tutoring_session_disagreements as
select so.*, t.id as copy_id,
       t.trainer_id as copy_trainer_id, t.course_id as copy_course_id, t.starts_at as copy_starts_at,
       t.duration_minutes as copy_duration_minutes, t.type as copy_type, t.latitude as copy_latitude,
       t.longitude as copy_longitude, t.status as copy_status,
       case when t.id is null or t.status = 'scheduled' then so.status else t.status end as wanted_status
from tutoring_session_sources so
         left join tutoring_sessions t
                   on t.purchase_session_id = so.purchase_session_id and t.student_id = so.student_id
where t.id is null
   or t.starts_at <> so.starts_at
   or t.duration_minutes <> so.duration_minutes
   or t.type <> so.type
   or t.course_id <> so.course_id
   or t.trainer_id is distinct from so.trainer_id
   or t.latitude is distinct from so.latitude
   or t.longitude is distinct from so.longitude
   or (t.status = 'scheduled' and so.status <> 'scheduled');

-- Makes the copies of these purchases right; only of the lessons that are named, where some are. Purchases are locked first, in the
-- order of their ids, and read by the statements after that, so that a time that was changed meanwhile is not written back.
create function sync_tutoring_sessions(purchases uuid[], lessons uuid[], requester varchar, at timestamptz,
                                       out created bigint, out updated bigint, out errors bigint, out problems jsonb)
    language plpgsql as
$$
begin
    perform from course_purchases where id = any (purchases) order by id for no key update;

    insert into trainer_allocations (id, student_id, trainer_id, course_id, status, requested_by, created_at, updated_at)
    select time_ordered_id(at), w.student_id, w.trainer_id, w.course_id, 'approved', requester, at, at
    from (select distinct d.student_id, d.trainer_id, d.course_id
          from tutoring_session_disagreements d
          where d.purchase_id = any (purchases) and (lessons is null or d.purchase_session_id = any (lessons))
            and d.problem is null
          order by 1, 2, 3) w
    on conflict (student_id, trainer_id, course_id) where status = 'approved' do nothing;

    with written as (
        insert into tutoring_sessions as t (id, purchase_session_id, purchase_id, student_id, allocation_id, trainer_id,
            course_id, starts_at, duration_minutes, type, latitude, longitude, status, created_at, updated_at)
        select time_ordered_id(at), d.purchase_session_id, d.purchase_id, d.student_id, a.id, d.trainer_id,
               d.course_id, d.starts_at, d.duration_minutes, d.type, d.latitude, d.longitude, d.status, at, at
        from tutoring_session_disagreements d
                 join trainer_allocations a on a.student_id = d.student_id and a.trainer_id = d.trainer_id
            and a.course_id = d.course_id and a.status = 'approved'
        where d.purchase_id = any (purchases) and (lessons is null or d.purchase_session_id = any (lessons))
          and d.problem is null
        order by d.purchase_session_id, d.student_id
        on conflict (purchase_session_id, student_id) do update
            set allocation_id = excluded.allocation_id, trainer_id = excluded.trainer_id, course_id = excluded.course_id,
                starts_at = excluded.starts_at, duration_minutes = excluded.duration_minutes, type = excluded.type,
                latitude = excluded.latitude, longitude = excluded.longitude,
                status = case when t.status = 'scheduled' then excluded.status else t.status end,
                sequence = t.sequence + 1, updated_at = excluded.updated_at
        returning t.xmax = 0 as is_new)
    select count(*) filter (where is_new), count(*) filter (where not is_new) into created, updated from written;

    select count(*), coalesce(jsonb_agg(jsonb_build_object('row', row_id, 'student', student_id, 'problem', problem))
                              filter (where number <= 1000), '[]')
    into errors, problems
    from (select w.*, row_number() over (order by row_id, student_id) as number
          from (select d.purchase_session_id as row_id, d.student_id, d.problem
                from tutoring_session_disagreements d
                where d.purchase_id = any (purchases) and (lessons is null or d.purchase_session_id = any (lessons))
                  and d.problem is not null
                union all
                select p.id, null, 'no_sessions'
                from course_purchases p
                where p.id = any (purchases) and p.status = 'assigned' and lessons is null
                  and not exists (select from purchase_sessions s where s.purchase_id = p.id)) w) numbered;
end
$$;
comment on function sync_tutoring_sessions is 'Creates missing copies and mends drifted ones; names the rows that cannot be written';

-- The same where a failure must not be the caller's: the EXCEPTION block is a savepoint without a round trip of its own.
create function try_sync_tutoring_sessions(purchases uuid[], lessons uuid[], requester varchar, at timestamptz,
                                           out created bigint, out updated bigint, out errors bigint, out problems jsonb,
                                           out failure text)
    language plpgsql as
$$
begin
    select s.created, s.updated, s.errors, s.problems into created, updated, errors, problems
    from sync_tutoring_sessions(purchases, lessons, requester, at) s;
exception when others then
    created := 0; updated := 0; errors := 1; problems := '[]';
    failure := sqlstate || ' ' || sqlerrm;
end
$$;
