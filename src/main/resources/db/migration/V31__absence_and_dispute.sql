-- Who was not there, and why a student disputes a lesson. An absence belongs to the states that it may lead to, and no sync can
-- take it back: a copy takes the status of its source only while it is scheduled, and an absent one is not.
alter table tutoring_sessions
    add column absent           varchar(10) check (absent in ('student', 'trainer')),
    add column absence_noted_by varchar(255) references accounts (id) on delete set null,
    add column absence_noted_at timestamptz,
    add column dispute_reason   varchar(1000) check (btrim(dispute_reason) <> ''),
    add constraint tutoring_sessions_absence check (
        (absent is null) = (absence_noted_at is null)
        and (absence_noted_by is null or absent is not null)
        and case absent when 'student' then status in ('pending_confirmation', 'completed', 'disputed')
                        when 'trainer' then status in ('cancelled', 'disputed', 'completed')
                        else true end),
    add constraint tutoring_sessions_dispute check (dispute_reason is null or status in ('disputed', 'completed'));
create index tutoring_sessions_by_noter on tutoring_sessions (absence_noted_by) where absence_noted_by is not null;
