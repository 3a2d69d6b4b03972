package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.texts;
import static dev.gangway.training.internal.Columns.utc;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditInsert;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.training.Booking;
import dev.gangway.training.Candidate;
import dev.gangway.training.Slot;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the first lessons of purchases, with their copies in the views of trainers and students. */
@Repository
class FirstLessons {

    private static final String EXCLUSION_VIOLATION = "23P01";

    private final JdbcClient jdbc;
    private final RoundTrip roundTrip;
    private final SyncReportRows reports;
    private final AuditTrail trail;
    private final Ids ids;

    FirstLessons(JdbcClient jdbc, RoundTrip roundTrip, SyncReportRows reports, AuditTrail trail, Ids ids) {
        this.jdbc = jdbc;
        this.roundTrip = roundTrip;
        this.reports = reports;
        this.trail = trail;
        this.ids = ids;
    }

    /**
     * The first lessons of a purchase.
     *
     * @param trainer as they were looked at
     * @param requester who had them assigned; null: the waitlist
     * @param events what the audit trail says of it
     */
    record NewLessons(
            UUID purchase,
            Booking booking,
            Candidate trainer,
            List<Slot> slots,
            @Nullable UserId requester,
            List<AuditEvent> events,
            Instant now) {

        /** The same from somebody else, or from the same as they were looked at again. */
        NewLessons by(Candidate other) {
            return new NewLessons(purchase, booking, other, slots, requester, events, now);
        }
    }

    /** What came of lessons that were to be stored. */
    sealed interface Added {
        /** They are stored. */
        record Done(TriedSync synced) implements Added {}

        /** Somebody else stored the same booking at the same moment. */
        record Known() implements Added {}

        /** The trainer is not as they were looked at. */
        record Changed() implements Added {}

        /** One of them meets another of the trainer's, which fails the transaction. */
        record Overlap() implements Added {}
    }

    /**
     * Stores the lessons of a purchase that has none, by which the trainer counts as assigned now, records that, and syncs them as {@link SyncStore#trySync}
     * does; where the trainer, whose calendar is held, is as they were looked at.
     */
    Added add(NewLessons lessons) {
        return orOverlap(() -> {
            Query<Added> query = adding(lessons);
            return jdbc.sql(query.sql()).paramSource(query.parameters()).query(query.answer());
        });
    }

    /** Stores a purchase and {@link #add(NewLessons) adds} its lessons, with one round trip. */
    Added add(Query<Boolean> purchase, NewLessons lessons) {
        return orOverlap(() ->
                roundTrip.of(purchase, adding(lessons), (isStored, added) -> isStored ? added : new Added.Known()));
    }

    private Query<Added> adding(NewLessons lessons) {
        List<Slot> slots = lessons.slots();
        UserId requester = lessons.requester();
        AuditInsert entries = trail.inserting(lessons.events(), "added");
        MapSqlParameterSource parameters = new MapSqlParameterSource()
                .addValue("purchase", lessons.purchase())
                .addValue("course", lessons.booking().courseId())
                .addValue("trainer", lessons.trainer().trainer().value())
                .addValue("revision", lessons.trainer().revision())
                .addValue("lessons", texts(slots, slot -> ids.next()))
                .addValue("numbers", texts(slots, Slot::number))
                .addValue("starts", texts(slots, Slot::startsAt))
                .addValue("minutes", texts(slots, slot -> slot.duration().toMinutes()))
                .addValue("types", texts(slots, Slot::type))
                .addValue("requester", requester == null ? null : requester.value())
                .addValue("now", utc(lessons.now()))
                .addValues(entries.parameters());
        return new Query<>(
                """
                with added as materialized (
                    select added.*
                    from trainer_courses c cross join lateral
                        add_lessons(:purchase, c.trainer_id, cast(:lessons as uuid[]), cast(:numbers as smallint[]),
                            cast(:starts as timestamptz[]), cast(:minutes as smallint[]), :types, :requester, :now) added
                    where c.trainer_id = :trainer and c.course_id = :course and c.revision = :revision
                        and exists (select from course_purchases where id = :purchase)),
                recorded as (%s)
                select * from added
                """.formatted(entries.sql()),
                parameters,
                row -> row.next() ? new Added.Done(reports.tried(row)) : new Added.Changed());
    }

    private static Added orOverlap(Supplier<Added> adding) {
        try {
            return adding.get();
        } catch (DataIntegrityViolationException e) {
            if (isOverlap(e)) {
                return new Added.Overlap();
            }
            throw e;
        }
    }

    private static boolean isOverlap(DataIntegrityViolationException broken) {
        return NestedExceptionUtils.getMostSpecificCause(broken) instanceof SQLException refused
                && EXCLUSION_VIOLATION.equals(refused.getSQLState());
    }
}
