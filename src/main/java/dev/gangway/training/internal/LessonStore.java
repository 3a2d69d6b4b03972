package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.utc;
import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.UserId;
import dev.gangway.training.Lesson;
import dev.gangway.training.Lesson.Part;
import dev.gangway.training.Lesson.Person;
import dev.gangway.training.LessonSpan;
import dev.gangway.training.LessonType;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.TutoringStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lessons with everything that a page says of them, in one statement however many. */
@Repository
public class LessonStore {

    /** Everything about the tutoring sessions that a query before it has chosen as {@code chosen}. */
    private static final String EVERYTHING = """
            select t.*, s.session_number, p.total_sessions, c.name as course,
                   earth_millimetres(earth_point(tr.latitude, tr.longitude), earth_point(t.latitude, t.longitude)) as millimetres,
                   tr.time_zone as trainer_zone, ta.username as trainer_name,
                   st.time_zone as student_zone, coalesce(st.name, sa.username) as student_name,
                   r.id as reschedule_id, r.session_number as reschedule_number, r.asked_by, r.asked_as,
                   r.lesson_starts_at as reschedule_from, r.starts_at as reschedule_to, r.reason,
                   r.status as reschedule_status, r.asked_at, r.decided_at, r.approved_by
            from chosen t
                     join purchase_sessions s on s.id = t.purchase_session_id
                     join course_purchases p on p.id = t.purchase_id
                     join courses c on c.id = t.course_id
                     join purchase_students ps on ps.purchase_id = t.purchase_id and ps.student_id = t.student_id
                     join accounts sa on sa.id = t.student_id
                     left join students st on st.user_id = t.student_id
                     left join trainers tr on tr.user_id = t.trainer_id
                     left join accounts ta on ta.id = t.trainer_id
                     left join lateral (select * from lesson_reschedule_states q
                                        where q.purchase_session_id = t.purchase_session_id %s
                                        order by q.id desc limit 1) r on true
            order by t.starts_at %s, s.session_number, s.id, ps.position
            """;

    /** Another time that a trainer asks for, which this student has not agreed to yet. */
    private static final String OF_STUDENT = """
            (t.status = 'pending_confirmation' or t.status = 'scheduled' and exists (
                select from lesson_reschedule_states q
                where q.purchase_session_id = t.purchase_session_id and q.status = 'open' and q.asked_as = 'trainer'
                  and not t.student_id = any (q.approved_by)))
            """;

    /** Another time that a student asks for, or a lesson of which the trainer has not said what became of it. */
    private static final String OF_TRAINER = """
            (t.status in ('scheduled', 'in_progress') and t.starts_at + make_interval(mins => t.duration_minutes) < :now
             or t.status = 'scheduled' and exists (
                select from lesson_reschedule_states q
                where q.purchase_session_id = t.purchase_session_id and q.status = 'open' and q.asked_as = 'student'))
            """;

    private final JdbcClient jdbc;

    LessonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The time zone of a profile. */
    public Optional<ZoneId> zone(UserId person, Side side) {
        String table = side == Side.TRAINER ? "trainers" : "students";
        return jdbc.sql("select time_zone from " + table + " where user_id = :person")
                .param("person", person.value())
                .query((row, number) -> ZoneId.of(row.getString(1)))
                .optional();
    }

    /** The tutoring sessions of a stretch of time as lessons: at most so many, and all that begin with the last of these. */
    public List<Lesson> page(UserId person, Side side, LessonSpan span, int limit) {
        String order = span.order() == LessonSpan.Order.EARLIEST_FIRST ? "asc" : "desc";
        @Nullable Instant from = span.from();
        @Nullable Instant to = span.to();
        String sql = "with chosen as (select t.* from tutoring_sessions t where " + own(side)
                + (from == null ? "" : " and t.starts_at >= :from")
                + (to == null ? "" : " and t.starts_at < :to")
                + " order by t.starts_at " + order + " fetch first (:limit) rows with ties) "
                + EVERYTHING.formatted(seen(side), order);
        JdbcClient.StatementSpec query =
                jdbc.sql(sql).param("person", person.value()).param("limit", limit);
        query = from == null ? query : query.param("from", utc(from));
        query = to == null ? query : query.param("to", utc(to));
        return lessons(query, side);
    }

    /** The lessons that wait for a person now and began or begin after a moment. */
    public List<Lesson> waiting(UserId person, Side side, Instant since, Instant now, int limit) {
        String sql = "with chosen as (select t.* from tutoring_sessions t where " + own(side)
                + " and t.starts_at > :since and " + (side == Side.TRAINER ? OF_TRAINER : OF_STUDENT)
                + " order by t.starts_at fetch first (:limit) rows with ties) "
                + EVERYTHING.formatted(seen(side), "asc");
        JdbcClient.StatementSpec query = jdbc.sql(sql)
                .param("person", person.value())
                .param("since", utc(since))
                .param("limit", limit);
        return lessons(side == Side.TRAINER ? query.param("now", utc(now)) : query, side);
    }

    /** Why another student of the lesson asks for something is nothing to a student. */
    private static String seen(Side side) {
        return side == Side.TRAINER ? "" : "and (q.asked_as = 'trainer' or q.asked_by = t.student_id)";
    }

    private static String own(Side side) {
        return side == Side.TRAINER ? "t.trainer_id = :person" : "t.student_id = :person";
    }

    private record Row(Lesson lesson, Part part) {}

    /** One part of a lesson follows another; parts that are not at the same time any more are lessons of their own. */
    private static List<Lesson> lessons(JdbcClient.StatementSpec query, Side side) {
        Map<String, List<Row>> together = new LinkedHashMap<>();
        query.query((row, number) -> row(row, side))
                .list()
                .forEach(row -> together.computeIfAbsent(
                                row.lesson().id() + " " + row.lesson().startsAt(), first -> new ArrayList<>())
                        .add(row));
        return together.values().stream()
                .map(rows -> with(
                        rows.getFirst().lesson(), rows.stream().map(Row::part).toList()))
                .toList();
    }

    private static Row row(ResultSet row, Side side) throws SQLException {
        Part part = new Part(
                uuid(row, "id"),
                person(row, "student").orElseThrow(),
                TutoringStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Columns.side(row, "absent"),
                row.getString("dispute_reason"));
        UUID id = uuid(row, "purchase_session_id");
        Lesson lesson = new Lesson(
                id,
                row.getInt("session_number"),
                row.getInt("total_sessions"),
                row.getString("course"),
                Columns.instant(row, "starts_at"),
                row.getInt("duration_minutes"),
                LessonType.valueOf(row.getString("type")),
                Columns.place(row),
                side == Side.TRAINER ? row.getObject("millimetres", Long.class) : null,
                person(row, "trainer").orElse(null),
                List.of(),
                row.getObject("reschedule_id") == null ? null : RescheduleRows.joined(row, id));
        return new Row(lesson, part);
    }

    private static Lesson with(Lesson lesson, List<Part> parts) {
        return new Lesson(
                lesson.id(),
                lesson.number(),
                lesson.total(),
                lesson.course(),
                lesson.startsAt(),
                lesson.durationMinutes(),
                lesson.type(),
                lesson.place(),
                lesson.millimetres(),
                lesson.trainer(),
                parts,
                lesson.reschedule());
    }

    private static Optional<Person> person(ResultSet row, String side) throws SQLException {
        @Nullable UserId id = Columns.person(row, side + "_id");
        String zone = row.getString(side + "_zone");
        return id == null
                ? Optional.empty()
                : Optional.of(new Person(id, row.getString(side + "_name"), zone == null ? null : ZoneId.of(zone)));
    }
}
