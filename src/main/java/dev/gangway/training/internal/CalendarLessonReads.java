package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.instant;
import static dev.gangway.training.internal.Columns.utc;
import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.UserId;
import dev.gangway.training.CalendarLesson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the lessons of a person for their calendar: those that they get, and those that they give. */
@Repository
public class CalendarLessonReads {

    /** A trainer gives some 3,000 lessons a year at most; with more than this the oldest are left out, so that memory is bounded. */
    static final int MOST = 10_000;

    private final JdbcClient jdbc;

    CalendarLessonReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person's lessons from a moment on, in the order of time. */
    public List<CalendarLesson> of(UserId person, Instant from) {
        return jdbc.sql("""
                        select * from (
                            select l.*, c.name as course, p.total_sessions, s.session_number
                            from (select t.id, t.purchase_session_id, t.sequence, t.starts_at, t.duration_minutes, t.latitude,
                                         t.longitude, t.status = 'cancelled' as cancelled, t.course_id, t.created_at, t.updated_at,
                                         array_remove(array[a.username::text], null) as names
                                  from tutoring_sessions t left join accounts a on a.id = t.trainer_id
                                  where t.student_id = :user and t.starts_at >= :from
                                  union all
                                  select t.purchase_session_id, t.purchase_session_id, sum(t.sequence)::integer, max(t.starts_at),
                                         max(t.duration_minutes), max(t.latitude), max(t.longitude),
                                         bool_and(t.status = 'cancelled'), max(t.course_id), min(t.created_at), max(t.updated_at),
                                         coalesce(array_agg(n.name order by n.name) filter (where t.status <> 'cancelled'),
                                                  array_agg(n.name order by n.name))
                                  from tutoring_sessions t
                                           join accounts a on a.id = t.student_id
                                           left join students st on st.user_id = t.student_id
                                           cross join lateral (select coalesce(st.name, a.username)::text as name) n
                                  where t.trainer_id = :user and t.starts_at >= :from
                                  group by t.purchase_session_id) l
                                     join courses c on c.id = l.course_id
                                     join purchase_sessions s on s.id = l.purchase_session_id
                                     join course_purchases p on p.id = s.purchase_id
                            order by l.starts_at desc, l.id
                            limit :most) newest
                        order by starts_at, id
                        """)
                .param("user", person.value())
                .param("from", utc(from))
                .param("most", MOST)
                .query((row, number) -> lesson(row))
                .list();
    }

    private static CalendarLesson lesson(ResultSet row) throws SQLException {
        return new CalendarLesson(
                uuid(row, "id"),
                row.getInt("sequence"),
                instant(row, "starts_at"),
                row.getInt("duration_minutes"),
                Columns.place(row),
                row.getBoolean("cancelled"),
                row.getString("course"),
                Arrays.asList((String[]) row.getArray("names").getArray()),
                row.getInt("session_number"),
                row.getInt("total_sessions"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }
}
