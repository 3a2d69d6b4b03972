package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.texts;
import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.UserId;
import dev.gangway.training.AssignmentResult;
import dev.gangway.training.Booking;
import dev.gangway.training.Zone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What there is to know about a booking before anything is decided, in one statement instead of five. */
@Repository
public class BookingReads {

    private final JdbcClient jdbc;

    BookingReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was first answered to a booking.
     *
     * @param trainer null: nobody, or they are erased
     */
    public record First(
            UUID purchase,
            UUID verdict,
            AssignmentResult result,
            @Nullable UserId trainer,
            boolean isAssignedNow) {}

    /**
     * What a booking meets.
     *
     * @param purchase the one that the booking has already
     * @param first what was answered when that was made
     * @param zone where the lessons would be
     * @param areStudentsKnown whether each of them has an account
     */
    public record Circumstances(
            Optional<UUID> purchase,
            Optional<First> first,
            Optional<Zone> zone,
            boolean isCourseKnown,
            boolean areStudentsKnown) {}

    /**
     * What the booking meets now. Its zone is the active one that covers the place and whose centre is nearest; of several equally
     * near ones the one with the smaller id. The index hands out zones by distance, so that the search ends at the first that
     * reaches far enough.
     *
     * @param extraKm how much farther than it does each zone should reach
     */
    public Circumstances circumstances(Booking booking, double extraKm) {
        return jdbc.sql("""
                        with here as materialized (select earth_point(:latitude, :longitude) as point),
                        nearest as materialized (
                            select earth_millimetres(z.point, (select point from here)) as away,
                                   z.point <-> (select point from here) as chord
                            from zones z
                            where z.active and earth_millimetres(z.point, (select point from here))
                                  <= round((z.radius_km + :extra) * 1e6)
                            order by z.point <-> (select point from here) limit 1),
                        covering as materialized (
                            select z.* from nearest, here, zones z
                            where z.active and z.point <@ cube_enlarge(here.point, nearest.chord + 0.01, 3)
                              and earth_millimetres(z.point, here.point) = nearest.away
                              and nearest.away <= round((z.radius_km + :extra) * 1e6)
                            order by z.id collate "C" limit 1)
                        select z.*, p.id as purchase, p.status = 'assigned' as assigned,
                               v.id as verdict, v.result, v.chosen_trainer_id,
                               exists (select from courses c where c.id = :course) as course_known,
                               (select bool_and(exists (select from accounts a where a.id = s.id offset 0))
                                from unnest(:students) s (id)) as students_known
                        from (values (1)) booking (number)
                                 left join covering z on true
                                 left join course_purchases p on p.booking_id = :booking
                                 left join assignment_verdicts v on v.purchase_id = p.id and v.attempt = 1
                        """)
                .param("latitude", booking.place().latitude())
                .param("longitude", booking.place().longitude())
                .param("extra", extraKm)
                .param("course", booking.courseId())
                .param(
                        "students",
                        texts(booking.students(), student -> student.id().value()))
                .param("booking", booking.bookingId())
                .query((row, number) -> circumstances(row))
                .single();
    }

    private static Circumstances circumstances(ResultSet row) throws SQLException {
        boolean isCovered = row.getString("id") != null;
        return new Circumstances(
                Optional.ofNullable(row.getObject("purchase", UUID.class)),
                first(row),
                isCovered ? Optional.of(ZoneStore.zone(row).value()) : Optional.empty(),
                row.getBoolean("course_known"),
                row.getBoolean("students_known"));
    }

    private static Optional<First> first(ResultSet row) throws SQLException {
        if (row.getObject("verdict") == null) {
            return Optional.empty();
        }
        return Optional.of(new First(
                uuid(row, "purchase"),
                uuid(row, "verdict"),
                AssignmentResult.valueOf(row.getString("result")),
                Columns.person(row, "chosen_trainer_id"),
                row.getBoolean("assigned")));
    }
}
