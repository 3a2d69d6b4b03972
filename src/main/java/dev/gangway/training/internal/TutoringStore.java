package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.side;
import static dev.gangway.training.internal.Columns.utc;
import static dev.gangway.training.internal.Columns.uuid;
import static dev.gangway.training.internal.Columns.word;

import dev.gangway.base.UserId;
import dev.gangway.training.LessonType;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.TutoringFilter;
import dev.gangway.training.TutoringSession;
import dev.gangway.training.TutoringStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tutoring sessions, read and moved from state to state. */
@Repository
public class TutoringStore {

    private static final String COLUMNS = """
            select t.*, s.session_number from tutoring_sessions t join purchase_sessions s on s.id = t.purchase_session_id
            """;

    private final JdbcClient jdbc;

    TutoringStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lesson. */
    public Optional<TutoringSession> find(UUID id) {
        return jdbc.sql(COLUMNS + "where t.id = :id")
                .param("id", id)
                .query((row, number) -> lesson(row))
                .optional();
    }

    /** The lesson with the purchase that it is of, both held until the end of the transaction, as a sync holds them. */
    public Optional<TutoringSession> hold(UUID id) {
        jdbc.sql("""
                        select id from course_purchases
                        where id = (select purchase_id from tutoring_sessions where id = :id) for no key update
                        """).param("id", id).query().listOfRows();
        return find(id); // read after the wait
    }

    /** The next lessons in the order of time. */
    public List<TutoringSession> page(TutoringFilter filter, TutoringFilter.@Nullable Position after, int limit) {
        @Nullable UserId involved = filter.involved();
        if (involved == null) {
            return page(filter, "", null, after, limit);
        }
        // Each side has an index of its own; whoever is on both comes once.
        return Stream.of("trainer_id", "student_id")
                .flatMap(side -> page(filter, " and t." + side + " = :involved", involved, after, limit).stream())
                .distinct()
                .sorted(Comparator.comparing(TutoringSession::startsAt)
                        .thenComparing(lesson -> lesson.id().toString()))
                .limit(limit)
                .toList();
    }

    private List<TutoringSession> page(
            TutoringFilter filter,
            String side,
            @Nullable UserId involved,
            TutoringFilter.@Nullable Position after,
            int limit) {
        StringBuilder sql = new StringBuilder(COLUMNS).append("where true").append(side);
        append(
                sql,
                filter.purchase(),
                " and t.purchase_session_id in "
                        + "(select l.id from purchase_sessions l where l.purchase_id = :purchase)");
        append(sql, filter.trainer(), " and t.trainer_id = :trainer");
        append(sql, filter.student(), " and t.student_id = :student");
        append(sql, after, " and (t.starts_at, t.id) > (:start, :id)");
        JdbcClient.StatementSpec query = jdbc.sql(
                        sql.append(" order by t.starts_at, t.id limit :limit").toString())
                .param("limit", limit);
        query = param(query, "involved", involved);
        query = param(query, "purchase", filter.purchase());
        query = param(query, "trainer", filter.trainer());
        query = param(query, "student", filter.student());
        if (after != null) {
            query = query.param("start", utc(after.startsAt())).param("id", after.id());
        }
        return query.query((row, number) -> lesson(row)).list();
    }

    private static void append(StringBuilder sql, @Nullable Object value, String condition) {
        if (value != null) {
            sql.append(condition);
        }
    }

    private static JdbcClient.StatementSpec param(JdbcClient.StatementSpec query, String name, @Nullable Object value) {
        return value == null ? query : query.param(name, value instanceof UserId id ? id.value() : value);
    }

    /** Moves a lesson that is held to another state. */
    public void move(UUID id, TutoringStatus status, Instant now) {
        jdbc.sql(
                        "update tutoring_sessions set status = :status, sequence = sequence + 1, updated_at = :now where id = :id")
                .param("id", id)
                .param("status", word(status))
                .param("now", utc(now))
                .update();
    }

    /** Cancels a lesson of a purchase whose copies are all cancelled, so that its time is free; answers whether it was so. */
    public boolean cancelSourceWithoutCopies(UUID purchaseSession, Instant now) {
        return jdbc.sql("""
                        update purchase_sessions s set status = 'cancelled', version = version + 1, updated_at = :now
                        where s.id = :id and s.status = 'scheduled'
                          and not exists (select from tutoring_sessions t
                                          where t.purchase_session_id = s.id and t.status <> 'cancelled')
                        """).param("id", purchaseSession).param("now", utc(now)).update() > 0;
    }

    /** Notes that a side of a lesson that is held was not there, and moves it to the state that this means. */
    public void absent(UUID id, Side absent, TutoringStatus status, UserId notedBy, Instant now) {
        jdbc.sql("""
                        update tutoring_sessions
                        set absent = :absent, absence_noted_by = :by, absence_noted_at = :now, status = :status,
                            sequence = sequence + 1, updated_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("absent", word(absent))
                .param("by", notedBy.value())
                .param("status", word(status))
                .param("now", utc(now))
                .update();
    }

    /** Keeps what a student says about a lesson that they dispute. */
    public void disputed(UUID id, String reason) {
        jdbc.sql("update tutoring_sessions set dispute_reason = :reason where id = :id")
                .param("id", id)
                .param("reason", reason)
                .update();
    }

    private static TutoringSession lesson(ResultSet row) throws SQLException {
        return new TutoringSession(
                uuid(row, "id"),
                uuid(row, "purchase_session_id"),
                uuid(row, "purchase_id"),
                row.getInt("session_number"),
                Columns.person(row, "trainer_id"),
                new UserId(row.getString("student_id")),
                row.getString("course_id"),
                Columns.instant(row, "starts_at"),
                row.getInt("duration_minutes"),
                LessonType.valueOf(row.getString("type")),
                Columns.place(row),
                TutoringStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                side(row, "absent"),
                row.getString("dispute_reason"));
    }
}
