package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.utc;
import static dev.gangway.training.internal.Columns.uuid;
import static dev.gangway.training.internal.Columns.word;

import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.training.Reschedule;
import dev.gangway.training.RescheduleStatus;
import dev.gangway.training.TutoringAction.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests to have lessons at other times. */
@Repository
public class RescheduleStore {

    /** The students are those who still have the lesson. */
    private static final String WITH_PEOPLE = """
            select q.*, array(
                select ps.student_id from purchase_students ps
                where ps.purchase_id = q.purchase_id and not exists (
                    select from tutoring_sessions t
                    where t.purchase_session_id = q.purchase_session_id and t.student_id = ps.student_id
                      and t.status = 'cancelled')
                order by ps.position) as student_ids
            from lesson_reschedule_states q
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    RescheduleStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * A request and who has to do with it.
     *
     * @param trainer who gives the lesson now; null: nobody
     * @param students who still have the lesson
     */
    public record Asked(
            Reschedule request, UUID purchase, @Nullable UserId trainer, List<UserId> students) {

        /** Whether somebody is on a side. */
        public boolean isOn(Side side, UserId person) {
            return side == Side.TRAINER ? person.equals(trainer) : students.contains(person);
        }
    }

    /** The request. */
    public Optional<Asked> find(UUID id) {
        return jdbc.sql(WITH_PEOPLE + "where q.id = :id")
                .param("id", id)
                .query((row, number) -> asked(row))
                .optional();
    }

    /** The request about a lesson that nobody has settled, whether it is outdated or not. */
    public Optional<Asked> unsettled(UUID lesson) {
        return jdbc.sql(WITH_PEOPLE + "where q.purchase_session_id = :lesson and q.decided_at is null")
                .param("lesson", lesson)
                .query((row, number) -> asked(row))
                .optional();
    }

    /**
     * The next requests, the newest first.
     *
     * @param involved asked by somebody, or about lessons that they give, or by the trainer of lessons that they get; null: all
     */
    public List<Reschedule> page(
            @Nullable UserId involved, @Nullable RescheduleStatus status, @Nullable UUID before, int limit) {
        String sql = "select q.* from lesson_reschedule_states q where true"
                + (involved == null ? "" : """
                         and (q.asked_by = :involved
                            or q.asked_as = 'trainer' and q.purchase_session_id in (
                                select purchase_session_id from tutoring_sessions where student_id = :involved)
                            or q.purchase_session_id in (
                                select purchase_session_id from tutoring_sessions where trainer_id = :involved))
                        """)
                + (status == null ? "" : " and q.status = :status")
                + (before == null ? "" : " and q.id < :before") + " order by q.id desc limit :limit";
        JdbcClient.StatementSpec query = jdbc.sql(sql).param("limit", limit);
        query = involved == null ? query : query.param("involved", involved.value());
        query = status == null ? query : query.param("status", word(status));
        query = before == null ? query : query.param("before", before);
        return query.query((row, number) -> RescheduleRows.alone(row)).list();
    }

    /** Whether a lesson is still to come for all who have it, and for somebody. */
    public boolean isToCome(UUID lesson) {
        return jdbc.sql("""
                        select s.status = 'scheduled' and s.trainer_id is not null and not exists (
                            select from tutoring_sessions t
                            where t.purchase_session_id = s.id and t.status not in ('scheduled', 'cancelled'))
                            and exists (
                            select from tutoring_sessions t
                            where t.purchase_session_id = s.id and t.status = 'scheduled')
                        from purchase_sessions s where s.id = :lesson
                        """).param("lesson", lesson).query(Boolean.class).single();
    }

    /** Stores a request about a lesson that is held. */
    public UUID ask(
            UUID lesson,
            UserId person,
            Side side,
            Instant lessonStartsAt,
            Instant startsAt,
            String reason,
            Instant now) {
        UUID id = ids.next();
        jdbc.sql("""
                        insert into lesson_reschedules (id, purchase_session_id, asked_by, asked_as, lesson_starts_at, starts_at,
                            reason, status, asked_at)
                        values (:id, :lesson, :person, :side, :from, :to, :reason, 'open', :now)
                        """)
                .param("id", id)
                .param("lesson", lesson)
                .param("person", person.value())
                .param("side", word(side))
                .param("from", utc(lessonStartsAt))
                .param("to", utc(startsAt))
                .param("reason", reason)
                .param("now", utc(now))
                .update();
        return id;
    }

    /** Settles a request about a lesson that is held; by nobody where time or others have overtaken it. */
    public void settle(UUID id, RescheduleStatus status, @Nullable UserId by, Instant now) {
        jdbc.sql("""
                        update lesson_reschedules set status = :status, decided_by = :by, decided_at = :now
                        where id = :id and status = 'open'
                        """)
                .param("id", id)
                .param("status", word(status))
                .param("by", by == null ? null : by.value())
                .param("now", utc(now))
                .update();
    }

    /** Remembers that a student agrees; again changes nothing. */
    public void approve(UUID id, UserId student, Instant now) {
        jdbc.sql("""
                        insert into lesson_reschedule_approvals (reschedule_id, student_id, approved_at)
                        values (:id, :student, :now) on conflict do nothing
                        """)
                .param("id", id)
                .param("student", student.value())
                .param("now", utc(now))
                .update();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                RescheduleRows.alone(row),
                uuid(row, "purchase_id"),
                Columns.person(row, "trainer_id"),
                Arrays.stream((String[]) row.getArray("student_ids").getArray())
                        .map(UserId::new)
                        .toList());
    }
}
