package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.utc;
import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.UserId;
import dev.gangway.training.LessonType;
import dev.gangway.training.Place;
import dev.gangway.training.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lessons that go from one trainer to others. */
@Repository
public class DepartureStore {

    /** To come, and nobody has begun it. */
    private static final String TO_COME = """
            s.status = 'scheduled' and s.starts_at > :now and not exists (
                select from tutoring_sessions t
                where t.purchase_session_id = s.id and t.status not in ('scheduled', 'cancelled'))
            """;

    private static final String LESSONS = """
            select s.id, s.purchase_id, s.session_number, s.starts_at, s.duration_minutes, s.type, s.trainer_id,
                   %s as to_come, p.booking_id, p.course_id, c.name as course_name, p.zone_id, z.radius_km, p.latitude, p.longitude,
                   array(select coalesce(n.name, a.username)
                         from purchase_students x join accounts a on a.id = x.student_id
                                  left join students n on n.user_id = x.student_id
                         where x.purchase_id = p.id order by x.position) as student_names
            from purchase_sessions s
                     join course_purchases p on p.id = s.purchase_id
                     join courses c on c.id = p.course_id
                     join zones z on z.id = p.zone_id
            """.formatted(TO_COME);

    private final JdbcClient jdbc;

    DepartureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Purchases with lessons to come of a trainer, the one that goes on first first. */
    public List<Leaving> toCome(UserId trainer, Instant now) {
        return grouped(jdbc.sql(LESSONS + " where s.trainer_id = :trainer and " + TO_COME
                        + " order by min(s.starts_at) over (partition by s.purchase_id), s.purchase_id, s.starts_at")
                .param("trainer", trainer.value())
                .param("now", utc(now))
                .query((row, number) -> found(row))
                .list());
    }

    /** One purchase with its lessons to come of a trainer; empty where there are none. */
    public Optional<Leaving> toCome(UserId trainer, UUID purchase, Instant now) {
        return grouped(jdbc.sql(LESSONS + " where s.trainer_id = :trainer and s.purchase_id = :purchase and " + TO_COME
                                + " order by s.starts_at")
                        .param("trainer", trainer.value())
                        .param("purchase", purchase)
                        .param("now", utc(now))
                        .query((row, number) -> found(row))
                        .list())
                .stream()
                .findAny();
    }

    /** How many lessons to come a trainer has. */
    public int countToCome(UserId trainer, Instant now) {
        return jdbc.sql("select count(*) from purchase_sessions s where s.trainer_id = :trainer and " + TO_COME)
                .param("trainer", trainer.value())
                .param("now", utc(now))
                .query(Integer.class)
                .single();
    }

    /** Holds the purchases of these lessons, then the calendars of these trainers, until the end of the transaction. */
    public void hold(Collection<UUID> lessons, Collection<UserId> trainers) {
        jdbc.sql("""
                        select id from course_purchases
                        where id in (select purchase_id from purchase_sessions where id = any (:lessons))
                        order by id for no key update
                        """).param("lessons", lessons.toArray(UUID[]::new)).query().listOfRows();
        jdbc.sql("select user_id from trainers where user_id = any (:trainers) order by user_id for no key update")
                .param("trainers", trainers.stream().map(UserId::value).toArray(String[]::new))
                .query()
                .listOfRows();
    }

    /**
     * A lesson as it is found.
     *
     * @param trainer who gives it; null: nobody
     * @param isToCome whether it is to come and nobody has begun it
     * @param leaving its purchase, with this lesson alone
     */
    public record Found(@Nullable UserId trainer, boolean isToCome, Leaving leaving) {

        /** The lesson itself. */
        public Leaving.Lesson lesson() {
            return leaving.lessons().getFirst();
        }
    }

    /** These lessons as they are now. */
    public Map<UUID, Found> find(Collection<UUID> lessons, Instant now) {
        Map<UUID, Found> found = new LinkedHashMap<>();
        jdbc.sql(LESSONS + " where s.id = any (:lessons) order by s.purchase_id, s.starts_at")
                .param("lessons", lessons.toArray(UUID[]::new))
                .param("now", utc(now))
                .query((row, number) -> found(row))
                .list()
                .forEach(each -> found.put(each.lesson().id(), each));
        return found;
    }

    /** Whether a trainer has other lessons of a purchase to come, so that it is counted in their load already. */
    public boolean teaches(UserId trainer, UUID purchase, Instant now) {
        return jdbc.sql("""
                        select exists (select from purchase_sessions
                                       where purchase_id = :purchase and trainer_id = :trainer and status <> 'cancelled'
                                         and starts_at > :now)
                        """)
                .param("purchase", purchase)
                .param("trainer", trainer.value())
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
    }

    /** Gives lessons that are held to another trainer. */
    public void give(Collection<UUID> lessons, UserId taker, Instant now) {
        jdbc.sql("""
                        update purchase_sessions set trainer_id = :taker, version = version + 1, updated_at = :now
                        where id = any (:lessons)
                        """)
                .param("taker", taker.value())
                .param("now", utc(now))
                .param("lessons", lessons.toArray(UUID[]::new))
                .update();
    }

    /** Whoever gives most of what is to come of a purchase is its trainer from now on, unless the one who leaves has some of it still. */
    public void settle(UUID purchase, UserId leaver, Instant now) {
        jdbc.sql("""
                        update course_purchases p set trainer_id = most.trainer_id, updated_at = :now
                        from (select s.trainer_id from purchase_sessions s
                              where s.purchase_id = :purchase and s.trainer_id is not null and s.status = 'scheduled'
                                and s.starts_at > :now
                              group by s.trainer_id
                              order by s.trainer_id = :leaver desc, count(*) desc, min(s.starts_at), s.trainer_id limit 1) most
                        where p.id = :purchase and p.status = 'assigned' and p.trainer_id is distinct from most.trainer_id
                        """)
                .param("purchase", purchase)
                .param("leaver", leaver.value())
                .param("now", utc(now))
                .update();
    }

    /** Ends the allocations of a trainer to students with whom they have no lesson to come any more. */
    public void endAllocations(UserId trainer, UUID purchase, Instant now) {
        jdbc.sql("""
                        update trainer_allocations l set status = 'ended', updated_at = :now
                        from course_purchases p
                        where p.id = :purchase and l.trainer_id = :trainer and l.course_id = p.course_id and l.status = 'approved'
                          and l.student_id in (select student_id from purchase_students where purchase_id = :purchase)
                          and not exists (
                            select from purchase_sessions s
                                     join course_purchases o on o.id = s.purchase_id
                                     join purchase_students x on x.purchase_id = o.id
                            where s.trainer_id = :trainer and s.status = 'scheduled' and s.starts_at > :now
                              and o.course_id = l.course_id and x.student_id = l.student_id)
                        """)
                .param("purchase", purchase)
                .param("trainer", trainer.value())
                .param("now", utc(now))
                .update();
    }

    private static Found found(ResultSet row) throws SQLException {
        Leaving.Lesson lesson = new Leaving.Lesson(
                uuid(row, "id"),
                new Slot(
                        row.getInt("session_number"),
                        Columns.instant(row, "starts_at"),
                        Duration.ofMinutes(row.getInt("duration_minutes")),
                        LessonType.valueOf(row.getString("type"))));
        return new Found(
                Columns.person(row, "trainer_id"),
                row.getBoolean("to_come"),
                new Leaving(
                        uuid(row, "purchase_id"),
                        row.getString("booking_id"),
                        row.getString("course_id"),
                        row.getString("course_name"),
                        row.getString("zone_id"),
                        row.getDouble("radius_km"),
                        new Place(row.getDouble("latitude"), row.getDouble("longitude")),
                        List.of((String[]) row.getArray("student_names").getArray()),
                        List.of(lesson)));
    }

    private static List<Leaving> grouped(List<Found> found) {
        Map<UUID, List<Found>> purchases = new LinkedHashMap<>();
        found.forEach(each -> purchases
                .computeIfAbsent(each.leaving().purchase(), id -> new ArrayList<>())
                .add(each));
        return purchases.values().stream().map(DepartureStore::together).toList();
    }

    /** The lessons of one purchase as one. */
    public static Leaving together(List<Found> lessons) {
        return lessons.getFirst()
                .leaving()
                .with(lessons.stream().map(Found::lesson).toList());
    }
}
