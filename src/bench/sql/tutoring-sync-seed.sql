-- 25,000 purchases of 20 lessons for two students each, given by 2,000 trainers: 1,000,000 tutoring sessions to be. Then 100 purchases
-- each whose student has no coordinates, whose student has no profile, that have lessons but no trainer, and that have no lessons.
-- Nobody else's lessons are counted.
delete from course_purchases;

insert into courses (id, name, created_at, updated_at) values ('bench', 'Bench', now(), now());
insert into zones (id, name, latitude, longitude, radius_km, time_zone, active, created_at, updated_at)
values ('bench', 'Bench', -30, -150, 30, 'Europe/Madrid', true, now(), now());

insert into accounts (id, username, created_at, updated_at)
select 'bench_trainer_' || n, 'bench_trainer_' || n, now(), now() from generate_series(0, 1999) n
union all
select 'bench_student_' || n, 'bench_student_' || n, now(), now() from generate_series(0, 50799) n;
insert into trainers (user_id, zone_id, latitude, longitude, capacity, active, works_from, works_to, time_zone, created_at, updated_at)
select 'bench_trainer_' || n, 'bench', -30, -150, 100, true, 0, 1440, 'Europe/Madrid', now(), now() from generate_series(0, 1999) n;
insert into trainer_courses (trainer_id, position, course_id)
select 'bench_trainer_' || n, 1, 'bench' from generate_series(0, 1999) n;
insert into students (user_id, name, latitude, longitude, time_zone, created_at, updated_at)
select 'bench_student_' || n, 'Student ' || n, case when n < 50000 or n >= 50400 then -30.1 end,
       case when n < 50000 or n >= 50400 then -150.1 end, 'Europe/Madrid', now(), now()
from generate_series(0, 50799) n where n not between 50200 and 50399;

create temporary table bench_purchases as
select n, (lpad(to_hex(1760000000000 + n), 12, '0') || '7' || substr(md5('p' || n), 1, 3) || '8' || substr(md5('p' || n), 4, 15))::uuid as id,
       case when n < 25200 then 'bench_trainer_' || n % 2000 end as trainer
from generate_series(0, 25399) n;
insert into course_purchases (id, booking_id, course_id, class_type, students, total_sessions, delivery_mode, lesson_type, start_date,
    preferred_time_slot, latitude, longitude, zone_id, status, trainer_id, created_at, updated_at)
select id, 'bench_' || n, 'bench', 'ONE_ON_TWO', 2, 20, 'WEEKDAY_DAILY', case when n % 3 = 0 then 'ONLINE' else 'OFFLINE' end,
       date '2028-01-03', time '07:00' + make_interval(hours => n / 2000), -30.1, -150.1, 'bench', 'assigned', trainer, now(), now()
from bench_purchases;
insert into purchase_students (purchase_id, student_id, position)
select id, 'bench_student_' || n * 2 + p, p + 1 from bench_purchases, generate_series(0, 1) p;
insert into purchase_sessions (id, purchase_id, session_number, trainer_id, starts_at, duration_minutes, type, status, updated_at)
select (lpad(to_hex(1761000000000 + n * 20 + s), 12, '0') || '7' || substr(md5('s' || n * 20 + s), 1, 3) || '8'
           || substr(md5('s' || n * 20 + s), 4, 15))::uuid,
       id, s + 1, trainer,
       timestamptz '2028-01-03 06:00Z' + make_interval(days => s / 5 * 7 + s % 5, hours => n / 2000), 40,
       case when n % 3 = 0 then 'ONLINE' else 'OFFLINE' end, 'scheduled', now()
from bench_purchases, generate_series(0, 19) s where n < 25300 order by 1;
drop table bench_purchases;
analyze;
