-- Somebody asks to have a lesson at another time. What it was when they asked is kept: a request about a lesson that has moved
-- since is outdated.
create table lesson_reschedules (
    id                  uuid         primary key,
    purchase_session_id uuid         not null references purchase_sessions (id) on delete cascade,
    asked_by            varchar(255) not null references accounts (id) on delete cascade,
    asked_as            varchar(10)  not null check (asked_as in ('student', 'trainer')),
    lesson_starts_at    timestamptz  not null,
    starts_at           timestamptz  not null,
    reason              varchar(500) not null check (btrim(reason) <> ''),
    status              varchar(20)  not null check (status in ('open', 'approved', 'declined', 'withdrawn', 'outdated')),
    asked_at            timestamptz  not null,
    decided_by          varchar(255) references accounts (id) on delete set null,
    decided_at          timestamptz,
    check (starts_at <> lesson_starts_at),
    check ((status = 'open') = (decided_at is null)),
    check (decided_by is null or decided_at is not null)
);
create unique index lesson_reschedules_open on lesson_reschedules (purchase_session_id) where status = 'open';
create index lesson_reschedules_by_lesson on lesson_reschedules (purchase_session_id, id);
create index lesson_reschedules_by_asker on lesson_reschedules (asked_by);
create index lesson_reschedules_by_decider on lesson_reschedules (decided_by) where decided_by is not null;

-- Which students have agreed to what their trainer asks; a lesson moves once all of them have.
create table lesson_reschedule_approvals (
    reschedule_id uuid         not null references lesson_reschedules (id) on delete cascade,
    student_id    varchar(255) not null references accounts (id) on delete cascade,
    approved_at   timestamptz  not null,
    primary key (reschedule_id, student_id)
);
create index lesson_reschedule_approvals_by_student on lesson_reschedule_approvals (student_id);

-- Requests as they stand: one that is open is outdated once its lesson was moved, cancelled, begun or given to somebody else,
-- and by mere time once the proposed time has come.
create view lesson_reschedule_states as
select r.id, r.purchase_session_id, r.asked_by, r.asked_as, r.lesson_starts_at, r.starts_at, r.reason, r.asked_at, r.decided_by,
       r.decided_at, s.purchase_id, s.session_number, s.trainer_id,
       case when r.status = 'open'
                 and (s.starts_at <> r.lesson_starts_at or s.status <> 'scheduled' or s.trainer_id is null
                      or r.asked_as = 'trainer' and s.trainer_id <> r.asked_by
                      or exists (select from tutoring_sessions t
                                 where t.purchase_session_id = s.id and t.status not in ('scheduled', 'cancelled'))
                      or r.starts_at <= now())
            then 'outdated' else r.status end as status,
       array(select a.student_id from lesson_reschedule_approvals a
             where a.reschedule_id = r.id order by a.student_id collate "C") as approved_by
from lesson_reschedules r
         join purchase_sessions s on s.id = r.purchase_session_id;
