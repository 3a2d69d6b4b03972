-- What the choice of a trainer looks at is in the row that its index finds: for each of a hundred candidates it also had to read
-- the trainer. And each state of a candidate has a number of its own, so that whoever holds the trainer's calendar can tell
-- whether anything changed since they looked.

-- Both tables or neither, before anything is touched: assignments take them in the other order, and PostgreSQL would end one.
do
$$
declare
    usual constant text := current_setting('lock_timeout');
begin
    for attempt in 1..100 loop
        begin
            set local lock_timeout = '200ms';
            lock table trainers, trainer_courses in access exclusive mode;
            perform set_config('lock_timeout', usual, true);
            return;
        exception when lock_not_available then
            perform pg_sleep(0.1 + random() * 0.2);
        end;
    end loop;
    raise lock_not_available using message = 'trainers are in use without a pause';
end
$$;

create sequence trainer_revisions;

alter table trainer_courses
    add column number     integer,
    add column capacity   integer,
    add column works_from smallint,
    add column works_to   smallint,
    add column time_zone  varchar(64),
    add column revision   bigint;

create or replace function fill_trainer_course() returns trigger
    language plpgsql as
$$
begin
    select t.zone_id, t.active, earth_point(t.latitude, t.longitude), t.load, t.load_valid_until, t.last_assigned_at,
           t.number, t.capacity, t.works_from, t.works_to, t.time_zone, nextval('trainer_revisions')
    into new.zone_id, new.active, new.point, new.load, new.load_valid_until, new.last_assigned_at,
         new.number, new.capacity, new.works_from, new.works_to, new.time_zone, new.revision
    from trainers t where t.user_id = new.trainer_id;
    return new;
end
$$;

create or replace function follow_trainer() returns trigger
    language plpgsql as
$$
begin
    update trainer_courses
    set zone_id = new.zone_id, active = new.active, point = earth_point(new.latitude, new.longitude), load = new.load,
        load_valid_until = new.load_valid_until, last_assigned_at = new.last_assigned_at, number = new.number,
        capacity = new.capacity, works_from = new.works_from, works_to = new.works_to, time_zone = new.time_zone,
        revision = nextval('trainer_revisions')
    where trainer_id = new.user_id;
    return null;
end
$$;
create or replace trigger trainers_followed
    after update of zone_id, active, latitude, longitude, load, load_valid_until, last_assigned_at, number, capacity, works_from,
        works_to, time_zone on trainers
    for each row execute function follow_trainer();

update trainer_courses c
set number = t.number, capacity = t.capacity, works_from = t.works_from, works_to = t.works_to, time_zone = t.time_zone,
    revision = nextval('trainer_revisions')
from trainers t
where t.user_id = c.trainer_id;

alter table trainer_courses
    alter column number set not null,
    alter column capacity set not null,
    alter column works_from set not null,
    alter column works_to set not null,
    alter column time_zone set not null,
    alter column revision set not null;
comment on column trainer_courses.revision is 'Another number with each change of the candidate or of what they have to do';
