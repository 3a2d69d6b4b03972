-- What the synchronisation is measured against: sets that do nothing else, without a look at what is there, what drifted and what is wrong.
insert into trainer_allocations (id, student_id, trainer_id, course_id, status, created_at, updated_at)
select time_ordered_id(now()), w.student_id, w.trainer_id, w.course_id, 'approved', now(), now()
from (select distinct student_id, trainer_id, course_id from tutoring_session_sources where problem is null) w
on conflict (student_id, trainer_id, course_id) where status = 'approved' do nothing;

-- Otherwise the next statement is planned for the few there were.
analyze trainer_allocations;

insert into tutoring_sessions as t (id, purchase_session_id, purchase_id, student_id, allocation_id, trainer_id,
    course_id, starts_at, duration_minutes, type, latitude, longitude, status, created_at, updated_at)
select time_ordered_id(now()), s.purchase_session_id, s.purchase_id, s.student_id, a.id, s.trainer_id,
       s.course_id, s.starts_at, s.duration_minutes, s.type, s.latitude, s.longitude, s.status, now(), now()
from tutoring_session_sources s
         join trainer_allocations a on a.student_id = s.student_id and a.trainer_id = s.trainer_id
    and a.course_id = s.course_id and a.status = 'approved'
where s.problem is null
on conflict (purchase_session_id, student_id) do update
    set starts_at = excluded.starts_at, duration_minutes = excluded.duration_minutes, trainer_id = excluded.trainer_id,
        sequence = t.sequence + 1, updated_at = excluded.updated_at;
