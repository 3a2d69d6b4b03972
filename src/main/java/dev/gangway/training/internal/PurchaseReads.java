package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.utc;
import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.UserId;
import dev.gangway.training.ClassType;
import dev.gangway.training.DeliveryMode;
import dev.gangway.training.LessonType;
import dev.gangway.training.Place;
import dev.gangway.training.Purchase;
import dev.gangway.training.PurchaseSession;
import dev.gangway.training.PurchaseSessionStatus;
import dev.gangway.training.PurchaseStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Purchases with their lessons, read, and lessons changed one by one. */
@Repository
public class PurchaseReads {

    private static final String COLUMNS = """
            select p.*, array(select s.student_id from purchase_students s where s.purchase_id = p.id order by s.position)
                as student_ids
            from course_purchases p
            """;

    private final JdbcClient jdbc;

    PurchaseReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The purchase with its lessons. */
    public Optional<Purchase> find(UUID id) {
        List<PurchaseSession> lessons = jdbc.sql(
                        "select * from purchase_sessions where purchase_id = :id order by session_number")
                .param("id", id)
                .query((row, number) -> lesson(row))
                .list();
        return jdbc.sql(COLUMNS + "where p.id = :id")
                .param("id", id)
                .query((row, number) -> purchase(row, lessons))
                .optional();
    }

    /** The next purchases, the newest first, without their lessons. */
    public List<Purchase> page(@Nullable PurchaseStatus status, @Nullable UUID before, int limit) {
        String sql = COLUMNS + "where true" + (status == null ? "" : " and p.status = :status")
                + (before == null ? "" : " and p.id < :before") + " order by p.id desc limit :limit";
        JdbcClient.StatementSpec query = jdbc.sql(sql).param("limit", limit);
        if (status != null) {
            query = query.param("status", status.name().toLowerCase(Locale.ROOT));
        }
        return (before == null ? query : query.param("before", before))
                .query((row, number) -> purchase(row, List.of()))
                .list();
    }

    /** Whether somebody has the lesson as called off. */
    public boolean isCalledOff(UUID lesson) {
        return jdbc.sql("""
                        select exists (select from tutoring_sessions where purchase_session_id = :id and status = 'cancelled')
                        """).param("id", lesson).query(Boolean.class).single();
    }

    /** A lesson and the purchase that it is of. */
    public record Held(UUID purchase, PurchaseSession lesson) {}

    /** The lesson, its purchase and its trainer's calendar, held in this order until the end of the transaction. */
    public Optional<Held> hold(UUID lesson) {
        jdbc.sql("""
                        select id from course_purchases
                        where id = (select purchase_id from purchase_sessions where id = :id) for no key update
                        """).param("id", lesson).query().listOfRows();
        jdbc.sql("""
                        select user_id from trainers
                        where user_id = (select trainer_id from purchase_sessions where id = :id) for no key update
                        """).param("id", lesson).query().listOfRows();
        return jdbc.sql("select * from purchase_sessions where id = :id")
                .param("id", lesson)
                .query((row, number) -> new Held(uuid(row, "purchase_id"), lesson(row)))
                .optional();
    }

    /** Whether the trainer of a lesson that is held has no other one in a stretch of time. */
    public boolean isFree(UUID lesson, Instant from, Instant to) {
        return jdbc.sql("""
                        select not exists (
                            select from purchase_sessions s join purchase_sessions o on o.trainer_id = s.trainer_id
                            where s.id = :id and o.id <> s.id and o.status <> 'cancelled'
                              and o.starts_at < :to and o.ends_at > :from)
                        """)
                .param("id", lesson)
                .param("from", utc(from))
                .param("to", utc(to))
                .query(Boolean.class)
                .single();
    }

    /** Changes a lesson that is held; false where its trainer has another lesson then. */
    public boolean change(
            UUID lesson, Instant startsAt, int durationMinutes, PurchaseSessionStatus status, Instant now) {
        return jdbc.sql("""
                        update purchase_sessions s
                        set starts_at = :start, duration_minutes = :minutes, status = :status, version = version + 1,
                            updated_at = :now
                        where s.id = :id and (:status = 'cancelled' or s.trainer_id is null or not exists (
                            select from purchase_sessions o
                            where o.trainer_id = s.trainer_id and o.id <> s.id and o.status <> 'cancelled'
                              and o.starts_at < :end and o.ends_at > :start))
                        """)
                        .param("id", lesson)
                        .param("start", utc(startsAt))
                        .param("end", utc(startsAt.plusSeconds(durationMinutes * 60L)))
                        .param("minutes", durationMinutes)
                        .param("status", status.name().toLowerCase(Locale.ROOT))
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    private static Purchase purchase(ResultSet row, List<PurchaseSession> lessons) throws SQLException {
        String[] students = (String[]) row.getArray("student_ids").getArray();
        return new Purchase(
                uuid(row, "id"),
                row.getString("booking_id"),
                row.getString("course_id"),
                ClassType.valueOf(row.getString("class_type")),
                row.getInt("total_sessions"),
                DeliveryMode.valueOf(row.getString("delivery_mode")),
                LessonType.valueOf(row.getString("lesson_type")),
                row.getObject("start_date", LocalDate.class),
                row.getObject("preferred_time_slot", LocalTime.class),
                new Place(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getString("zone_id"),
                PurchaseStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Columns.person(row, "trainer_id"),
                Columns.instant(row, "created_at"),
                Arrays.stream(students).map(UserId::new).toList(),
                lessons);
    }

    private static PurchaseSession lesson(ResultSet row) throws SQLException {
        return new PurchaseSession(
                uuid(row, "id"),
                row.getInt("session_number"),
                Columns.person(row, "trainer_id"),
                Columns.instant(row, "starts_at"),
                row.getInt("duration_minutes"),
                LessonType.valueOf(row.getString("type")),
                PurchaseSessionStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("version"));
    }
}
