package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.texts;
import static dev.gangway.training.internal.Columns.utc;
import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.training.BookedStudent;
import dev.gangway.training.Booking;
import dev.gangway.training.ClassType;
import dev.gangway.training.DeliveryMode;
import dev.gangway.training.LessonType;
import dev.gangway.training.Place;
import dev.gangway.training.Slot;
import dev.gangway.training.Zone;
import dev.gangway.training.internal.VerdictStore.NewVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Purchases, their students and their lessons, as an assignment writes them. */
@Repository
public class PurchaseStore {

    private final JdbcClient jdbc;
    private final Ids ids;

    PurchaseStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * Stores the purchase of a booking with what was decided and its students, of whom one without a profile gets one with the
     * place of the purchase, and holds the calendar of the trainer until the end of the transaction. One and the same booking
     * waits here for whoever stores it at the same moment.
     *
     * @return the purchase; empty where that one has stored it
     */
    public Optional<UUID> insert(Booking booking, @Nullable Zone zone, NewVerdict verdict, Instant now) {
        UUID id = ids.next();
        Query<Boolean> query = inserting(id, booking, zone, verdict, now);
        boolean isStored = jdbc.sql(query.sql()).paramSource(query.parameters()).query(query.answer());
        return isStored ? Optional.of(id) : Optional.empty();
    }

    /** An id for a purchase that is {@link #inserting inserted} with its lessons. */
    UUID newId() {
        return ids.next();
    }

    /** What {@link #insert} asks; whether the purchase is stored. */
    Query<Boolean> inserting(UUID id, Booking booking, @Nullable Zone zone, NewVerdict verdict, Instant now) {
        String sql = """
                        with purchase as (
                            insert into course_purchases (id, booking_id, course_id, class_type, students, total_sessions,
                                delivery_mode, lesson_type, start_date, preferred_time_slot, latitude, longitude, zone_id, status,
                                trainer_id, created_at, updated_at)
                            values (:id, :booking, :course, :class, :students, :total, :mode, :type, :start, :time,
                                :latitude, :longitude, :zone, :status, :chosen, :now, :now)
                            on conflict (booking_id) do nothing
                            returning id),
                        held as (select user_id from trainers where user_id = :chosen for no key update),
                        named as (
                            select id, name, position from unnest(:ids, :names) with ordinality n (id, name, position)),
                        profiles as (
                            insert into students (user_id, name, latitude, longitude, time_zone, created_at, updated_at)
                            select n.id, n.name, :latitude, :longitude, :timeZone, :now, :now from named n, purchase order by n.id
                            on conflict (user_id) do nothing),
                        attending as (
                            insert into purchase_students (purchase_id, student_id, position)
                            select p.id, n.id, n.position from named n, purchase p),
                        decided as (%s from purchase p)
                        select id, (select user_id from held) from purchase
                        """.formatted(VerdictStore.insert("p.id", "1"));
        MapSqlParameterSource parameters = VerdictStore.parameters(verdict)
                .addValue("id", id)
                .addValue("booking", booking.bookingId())
                .addValue("course", booking.courseId())
                .addValue("class", booking.classType().name())
                .addValue("students", booking.classType().students())
                .addValue("total", booking.totalSessions())
                .addValue("mode", booking.deliveryMode().name())
                .addValue("type", booking.lessonType().name())
                .addValue("start", booking.startDate())
                .addValue("time", booking.preferredTimeSlot())
                .addValue("latitude", booking.place().latitude())
                .addValue("longitude", booking.place().longitude())
                .addValue("zone", zone == null ? null : zone.id())
                .addValue("timeZone", zone == null ? "UTC" : zone.timeZone().getId())
                .addValue("status", Columns.word(verdict.result()))
                .addValue(
                        "ids", texts(booking.students(), student -> student.id().value()))
                .addValue("names", texts(booking.students(), BookedStudent::name))
                .addValue("now", utc(now));
        return new Query<>(sql, parameters, ResultSet::next);
    }

    /** Remembers that the trainer was assigned now, where that is not told by new lessons. */
    public void assigned(UserId trainer, Instant now) {
        jdbc.sql("update trainers set last_assigned_at = :now where user_id = :trainer")
                .param("trainer", trainer.value())
                .param("now", utc(now))
                .update();
    }

    /** Gives a purchase that waited a trainer; its lessons to come too, where it has some. */
    public void giveTo(UUID purchase, UserId trainer, Instant now) {
        jdbc.sql(
                        "update course_purchases set status = 'assigned', trainer_id = :trainer, updated_at = :now where id = :id")
                .param("id", purchase)
                .param("trainer", trainer.value())
                .param("now", utc(now))
                .update();
        jdbc.sql("""
                        update purchase_sessions set trainer_id = :trainer, version = version + 1, updated_at = :now
                        where purchase_id = :id and trainer_id is null and status = 'scheduled' and starts_at > :now
                        """)
                .param("id", purchase)
                .param("trainer", trainer.value())
                .param("now", utc(now))
                .update();
    }

    /** A booking that waits for a trainer, and where. */
    public record Waiting(Booking booking, String zoneId, boolean hasLessons, List<Slot> remaining) {}

    /** Which purchases wait, who came first first. */
    public List<UUID> waiting() {
        return jdbc.sql("select id from course_purchases where status = 'waitlisted' order by created_at, id")
                .query((row, number) -> uuid(row, "id"))
                .list();
    }

    /** The purchase, held until the end of the transaction; empty where it does not wait any more. */
    public Optional<Waiting> holdWaiting(UUID purchase, Instant now) {
        Optional<Waiting> held = jdbc.sql("""
                        select p.*, array(select s.student_id from purchase_students s
                                          where s.purchase_id = p.id order by s.position) as student_ids
                        from course_purchases p where p.id = :id and p.status = 'waitlisted' for no key update of p
                        """)
                .param("id", purchase)
                .query((row, number) -> new Waiting(booking(row), row.getString("zone_id"), false, List.of()))
                .optional();
        return held.map(
                found -> new Waiting(found.booking(), found.zoneId(), hasLessons(purchase), remaining(purchase, now)));
    }

    /** Whether the purchase has a trainer. */
    public boolean isAssigned(UUID purchase) {
        return jdbc.sql("select exists (select from course_purchases where id = :id and status = 'assigned')")
                .param("id", purchase)
                .query(Boolean.class)
                .single();
    }

    private boolean hasLessons(UUID purchase) {
        return jdbc.sql("select exists (select from purchase_sessions where purchase_id = :id)")
                .param("id", purchase)
                .query(Boolean.class)
                .single();
    }

    private List<Slot> remaining(UUID purchase, Instant now) {
        return jdbc.sql("""
                        select session_number, starts_at, duration_minutes, type from purchase_sessions
                        where purchase_id = :id and status = 'scheduled' and starts_at > :now and trainer_id is null
                        order by session_number
                        """)
                .param("id", purchase)
                .param("now", utc(now))
                .query((row, number) -> new Slot(
                        row.getInt("session_number"),
                        Columns.instant(row, "starts_at"),
                        Duration.ofMinutes(row.getInt("duration_minutes")),
                        LessonType.valueOf(row.getString("type"))))
                .list();
    }

    private static Booking booking(ResultSet row) throws SQLException {
        return new Booking(
                row.getString("booking_id"),
                row.getString("course_id"),
                ClassType.valueOf(row.getString("class_type")),
                row.getInt("total_sessions"),
                DeliveryMode.valueOf(row.getString("delivery_mode")),
                LessonType.valueOf(row.getString("lesson_type")),
                row.getObject("start_date", LocalDate.class),
                row.getObject("preferred_time_slot", LocalTime.class),
                new Place(row.getDouble("latitude"), row.getDouble("longitude")),
                Arrays.stream((String[]) row.getArray("student_ids").getArray())
                        .map(id -> new BookedStudent(new UserId(id), null, null))
                        .toList());
    }
}
