package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.utc;

import dev.gangway.base.UserId;
import dev.gangway.training.Place;
import dev.gangway.training.Trainer;
import dev.gangway.training.Versioned;
import dev.gangway.training.WorkingHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trainers in the database. */
@Repository
public class TrainerStore {

    private static final String COLUMNS = """
            select t.*, array(select c.course_id from trainer_courses c where c.trainer_id = t.user_id order by c.position)
                as course_ids
            from trainers t
            """;

    private final JdbcClient jdbc;

    TrainerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The trainer. */
    public Optional<Versioned<Trainer>> find(UserId id) {
        return jdbc.sql(COLUMNS + "where t.user_id = :id")
                .param("id", id.value())
                .query((row, number) -> trainer(row))
                .optional();
    }

    /** The trainer with their calendar, held until the end of the transaction: no lesson of theirs comes or goes meanwhile. */
    public Optional<Versioned<Trainer>> hold(UserId id) {
        return lock(id) ? find(id) : Optional.empty(); // read after the wait
    }

    /** Holds the calendar of a trainer as {@link #hold} does; false where there is no such trainer. */
    public boolean lock(UserId id) {
        return !jdbc.sql("select user_id from trainers where user_id = :id for no key update")
                .param("id", id.value())
                .query((row, number) -> row.getString(1))
                .list()
                .isEmpty();
    }

    /** The next trainers in the order of their ids. */
    public List<Versioned<Trainer>> page(String after, int limit) {
        return jdbc.sql(COLUMNS + "where t.user_id > :after order by t.user_id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> trainer(row))
                .list();
    }

    /** Writes a trainer who is held or not there; false where someone else made them at the same moment. */
    public boolean put(Trainer trainer, boolean isNew, Instant now) {
        String sql = isNew ? """
                    insert into trainers (user_id, zone_id, latitude, longitude, capacity, active, works_from, works_to,
                        time_zone, created_at, updated_at)
                    values (:id, :zone, :latitude, :longitude, :capacity, :active, :from, :to, :timeZone, :now, :now)
                    on conflict (user_id) do nothing
                    """ : """
                    update trainers set zone_id = :zone, latitude = :latitude, longitude = :longitude, capacity = :capacity,
                        active = :active, works_from = :from, works_to = :to, time_zone = :timeZone,
                        version = version + 1, updated_at = :now
                    where user_id = :id
                    """;
        @Nullable Place home = trainer.home();
        boolean written = jdbc.sql(sql)
                        .param("id", trainer.id().value())
                        .param("zone", trainer.zoneId())
                        .param("latitude", home == null ? null : home.latitude())
                        .param("longitude", home == null ? null : home.longitude())
                        .param("capacity", trainer.capacity())
                        .param("active", trainer.active())
                        .param("from", trainer.hours().fromMinute())
                        .param("to", trainer.hours().toMinute())
                        .param("timeZone", trainer.timeZone().getId())
                        .param("now", utc(now))
                        .update()
                > 0;
        if (written) {
            replaceCourses(trainer);
        }
        return written;
    }

    private void replaceCourses(Trainer trainer) {
        jdbc.sql("delete from trainer_courses where trainer_id = :id")
                .param("id", trainer.id().value())
                .update();
        jdbc.sql("""
                        insert into trainer_courses (trainer_id, position, course_id)
                        select :id, position, course from unnest(:courses) with ordinality c (course, position)
                        """)
                .param("id", trainer.id().value())
                .param("courses", trainer.courseIds().toArray(String[]::new))
                .update();
    }

    /** Counts anew what the trainers have to do whose last count was overtaken by time; answers how many these were. */
    public int recountOvertaken(Instant now) {
        List<String> overtaken = jdbc.sql("""
                        select user_id from trainers where load > 0 and load_valid_until <= :now
                        order by user_id for no key update skip locked
                        """)
                .param("now", utc(now))
                .query((row, number) -> row.getString(1))
                .list();
        if (!overtaken.isEmpty()) {
            jdbc.sql("select recount_trainers(:trainers, :now)")
                    .param("trainers", overtaken.toArray(String[]::new))
                    .param("now", utc(now))
                    .query()
                    .listOfRows();
        }
        return overtaken.size();
    }

    private static Versioned<Trainer> trainer(ResultSet row) throws SQLException {
        return new Versioned<>(
                new Trainer(
                        new UserId(row.getString("user_id")),
                        row.getString("zone_id"),
                        Columns.place(row),
                        List.of((String[]) row.getArray("course_ids").getArray()),
                        row.getInt("capacity"),
                        row.getBoolean("active"),
                        new WorkingHours(row.getInt("works_from"), row.getInt("works_to")),
                        ZoneId.of(row.getString("time_zone"))),
                row.getInt("version"));
    }
}
