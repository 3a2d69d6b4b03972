-- 100,000 trainers for one course: 50,000 in 25 zones of 30 km, and as many in one zone of 300 km. A tenth is full, a tenth has no
-- coordinates, a tenth works in the morning only; the rest is free.
insert into courses (id, name, created_at, updated_at) values ('bench', 'Bench', now(), now());
insert into zones (id, name, latitude, longitude, radius_km, time_zone, active, created_at, updated_at)
select 'bench_' || n, 'bench_' || n, -30 + n / 5 * 2, -150 + n % 5 * 2, 30, 'Europe/Madrid', true, now(), now()
from generate_series(0, 24) n
union all
select 'bench_wide', 'bench_wide', -60, -120, 300, 'Europe/Madrid', true, now(), now();

insert into accounts (id, username, created_at, updated_at)
select 'bench_trainer_' || n, 'bench_trainer_' || n, now(), now() from generate_series(0, 99999) n
union all
select 'bench_student_' || n, 'bench_student_' || n, now(), now() from generate_series(0, 9999) n;

insert into trainers (user_id, zone_id, latitude, longitude, capacity, active, works_from, works_to, time_zone, created_at, updated_at)
select 'bench_trainer_' || n, z.id,
       case when n % 10 <> 3 then z.latitude + (hashtextextended('lat' || n, 0) % 1000000) / 1e6 * spread end,
       case when n % 10 <> 3 then z.longitude + (hashtextextended('lon' || n, 0) % 1000000) / 1e6 * spread end,
       case when n % 10 = 5 then 0 else 20 end, true, 480, case when n % 10 = 7 then 720 else 1320 end,
       'Europe/Madrid', now(), now()
from generate_series(0, 99999) n
         cross join lateral (select case when n < 50000 then 'bench_' || n % 25 else 'bench_wide' end as zone,
                                    case when n < 50000 then 0.2 else 2.0 end as spread) wanted
         join zones z on z.id = wanted.zone;
insert into trainer_courses (trainer_id, position, course_id)
select 'bench_trainer_' || n, 1, 'bench' from generate_series(0, 99999) n;
