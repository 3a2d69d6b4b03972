package dev.gangway.training.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.personal.PersonalData;
import dev.gangway.base.personal.PersonalFile;
import dev.gangway.base.personal.PersonalRows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands out and erases what training knows about a person. What a student bought goes with them, with all lessons of it; what
 * several bought goes with the last of them. A trainer is taken out of what others bought: lessons that were stay with their
 * students, and lessons to come wait for another trainer.
 */
@Component
class PersonalTraining implements PersonalData {

    private final JdbcClient jdbc;
    private final PersonalRows rows;
    private final WaitlistQueue waitlist;

    PersonalTraining(JdbcClient jdbc, PersonalRows rows, WaitlistQueue waitlist) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.waitlist = waitlist;
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of("training/student.json", "personal.file.student", rows.one("""
                                select name, latitude, longitude, time_zone as "timeZone", created_at as "createdAt"
                                from students where user_id = :user
                                """), "students"),
                PersonalFile.of("training/trainer.json", "personal.file.trainer", rows.one("""
                                select zone_id as "zoneId", latitude, longitude, capacity, active, works_from as "worksFromMinute",
                                       works_to as "worksToMinute", time_zone as "timeZone",
                                       array(select course_id from trainer_courses c where c.trainer_id = t.user_id
                                             order by position) as "courseIds"
                                from trainers t where user_id = :user
                                """), "trainers"),
                PersonalFile.of(
                        "training/purchases.json", "personal.file.purchases", rows.list("""
                                select p.id::text as id, p.booking_id as "bookingId", p.course_id as "courseId",
                                       p.class_type as "classType", p.total_sessions as "totalSessions",
                                       p.delivery_mode as "deliveryMode", p.lesson_type as "lessonType",
                                       p.start_date::text as "startDate", p.preferred_time_slot::text as "preferredTimeSlot",
                                       p.latitude, p.longitude, p.status, p.created_at as "createdAt"
                                from purchase_students s join course_purchases p on p.id = s.purchase_id
                                where s.student_id = :user order by p.id
                                """), "purchase_students"),
                PersonalFile.of("training/lessons.json", "personal.file.lessons", rows.list("""
                                select id::text as id, course_id as "courseId", starts_at as "startsAt",
                                       duration_minutes as "durationMinutes", type, latitude, longitude, status, absent,
                                       case when student_id = :user then dispute_reason end as "disputeReason",
                                       case when student_id = :user then 'student' when trainer_id = :user then 'trainer'
                                            else 'administrator' end as "as"
                                from tutoring_sessions where student_id = :user or trainer_id = :user or absence_noted_by = :user order by starts_at, id
                                """), "tutoring_sessions"),
                PersonalFile.of(
                        "training/reschedules.json",
                        "personal.file.reschedules",
                        rows.list("""
                                select r.id::text as id, r.purchase_session_id::text as "lessonId", r.asked_as as "askedAs",
                                       r.asked_by = :user as "askedByMe", r.lesson_starts_at as "lessonStartsAt",
                                       r.starts_at as "startsAt", case when r.asked_by = :user then r.reason end as reason,
                                       r.status, r.asked_at as "askedAt", r.decided_at as "decidedAt"
                                from lesson_reschedules r
                                where r.asked_by = :user or r.decided_by = :user or exists (
                                    select from lesson_reschedule_approvals a
                                    where a.reschedule_id = r.id and a.student_id = :user)
                                order by r.id
                                """),
                        "lesson_reschedules",
                        "lesson_reschedule_approvals"),
                PersonalFile.of(
                        "training/allocations.json",
                        "personal.file.allocations",
                        rows.list("""
                                select id::text as id, course_id as "courseId", status, created_at as "createdAt",
                                       case when student_id = :user then 'student' when trainer_id = :user then 'trainer'
                                            else 'requester' end as "as"
                                from trainer_allocations
                                where student_id = :user or trainer_id = :user or requested_by = :user order by id
                                """),
                        "trainer_allocations"),
                PersonalFile.of(
                        "training/calendar-feed.json", "personal.file.calendar_feed", rows.one("""
                                select language, created_at as "createdAt", last_fetched_at as "lastFetchedAt"
                                from calendar_feeds where user_id = :user
                                """), "calendar_feeds"));
    }

    @Override
    public void erase(UserId person) {
        // In the order in which assignments and changes hold them: purchases, then calendars.
        hold("""
                select id from course_purchases
                where id in (select purchase_id from purchase_students where student_id = :user
                             union select purchase_id from purchase_sessions where trainer_id = :user)
                   or trainer_id = :user
                order by id for no key update
                """, person);
        hold("""
                select user_id from trainers
                where user_id = :user or user_id in (
                    select s.trainer_id from purchase_sessions s join purchase_students p on p.purchase_id = s.purchase_id
                    where p.student_id = :user)
                order by user_id for no key update
                """, person);
        jdbc.sql("""
                        update course_purchases p set status = 'waitlisted', trainer_id = null
                        where p.status = 'assigned' and exists (
                            select from purchase_sessions s
                            where s.purchase_id = p.id and s.trainer_id = :user and s.status = 'scheduled'
                              and s.starts_at > now())
                        """).param("user", person.value()).update();
        // For the trainer's calendar these lessons are others from now on, and never count lower than before.
        jdbc.sql("""
                        update tutoring_sessions t
                        set sequence = t.sequence + gone.sequence + 1, updated_at = greatest(t.updated_at, now())
                        from tutoring_sessions gone
                        where gone.student_id = :user and t.purchase_session_id = gone.purchase_session_id
                          and t.student_id <> :user
                        """).param("user", person.value()).update();
        waitlist.stage();
    }

    private void hold(String sql, UserId person) {
        jdbc.sql(sql).param("user", person.value()).query().listOfRows();
    }
}
