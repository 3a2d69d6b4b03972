package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.texts;
import static dev.gangway.training.internal.Columns.utc;
import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.Ids;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.training.Booking;
import dev.gangway.training.Candidate;
import dev.gangway.training.Slot;
import dev.gangway.training.SyncProblem;
import dev.gangway.training.SyncReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares tutoring sessions with the purchase sessions that they repeat, and writes what is missing or wrong, in sets. */
@Repository
public class SyncStore {

    private static final String WRONG = """
            select d.purchase_id from tutoring_session_disagreements d
            union
            select p.id from course_purchases p
            where p.status = 'assigned' and not exists (select from purchase_sessions s where s.purchase_id = p.id)
            """;

    private static final String EXCLUSION_VIOLATION = "23P01";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;
    private final RoundTrip roundTrip;

    SyncStore(JdbcClient jdbc, RoundTrip roundTrip, JsonMapper json, Ids ids) {
        this.jdbc = jdbc;
        this.roundTrip = roundTrip;
        this.json = json;
        this.ids = ids;
    }

    /** A failure inside the savepoint, for the log; null: there was none. */
    public record Tried(SyncReport report, @Nullable String failure) {}

    /** Syncs a purchase behind a savepoint, so that a failure leaves the transaction around it as it was. */
    public Tried trySync(UUID purchase, @Nullable UserId requester, Instant now) {
        return statement("select * from try_sync_tutoring_sessions", List.of(purchase), null, requester, now)
                .query((row, number) -> new Tried(report(row, 1), row.getString("failure")))
                .single();
    }

    /**
     * The first lessons of a purchase.
     *
     * @param trainer as they were looked at
     * @param requester who had them assigned; null: the waitlist
     */
    public record NewLessons(
            UUID purchase,
            Booking booking,
            Candidate trainer,
            List<Slot> slots,
            @Nullable UserId requester,
            Instant now) {

        /** The same from somebody else, or from the same as they were looked at again. */
        NewLessons by(Candidate other) {
            return new NewLessons(purchase, booking, other, slots, requester, now);
        }
    }

    /** What came of lessons that were to be stored. */
    public sealed interface Added {
        /** They are stored. */
        record Done(Tried synced) implements Added {}

        /** Somebody else stored the same booking at the same moment. */
        record Known() implements Added {}

        /** The trainer is not as they were looked at. */
        record Changed() implements Added {}

        /** One of them meets another of the trainer's, which fails the transaction. */
        record Overlap() implements Added {}
    }

    /**
     * Stores the lessons of a purchase that has none, by which the trainer counts as assigned now, and syncs them as {@link #trySync}
     * does; where the trainer, whose calendar is held, is as they were looked at.
     */
    public Added addLessons(NewLessons lessons) {
        return orOverlap(() -> {
            Query<Added> query = adding(lessons);
            return jdbc.sql(query.sql()).paramSource(query.parameters()).query(query.answer());
        });
    }

    /** Stores a purchase and {@link #addLessons adds} its lessons, with one round trip. */
    Added addLessons(Query<Boolean> purchase, NewLessons lessons) {
        return orOverlap(() ->
                roundTrip.of(purchase, adding(lessons), (isStored, added) -> isStored ? added : new Added.Known()));
    }

    private Query<Added> adding(NewLessons lessons) {
        List<Slot> slots = lessons.slots();
        UserId requester = lessons.requester();
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
                .addValue("now", utc(lessons.now()));
        return new Query<>(
                """
                select added.*
                from trainer_courses c cross join lateral
                    add_lessons(:purchase, c.trainer_id, cast(:lessons as uuid[]), cast(:numbers as smallint[]),
                        cast(:starts as timestamptz[]), cast(:minutes as smallint[]), :types, :requester, :now) added
                where c.trainer_id = :trainer and c.course_id = :course and c.revision = :revision
                    and exists (select from course_purchases where id = :purchase)
                """,
                parameters,
                row -> row.next()
                        ? new Added.Done(new Tried(report(row, 1), row.getString("failure")))
                        : new Added.Changed());
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

    /** Syncs purchases; of the lessons that are named only, where some are. */
    public SyncReport sync(
            List<UUID> purchases, @Nullable List<UUID> lessons, @Nullable UserId requester, Instant now) {
        return statement("select * from sync_tutoring_sessions", purchases, lessons, requester, now)
                .query((row, number) -> report(row, purchases.size()))
                .single();
    }

    private JdbcClient.StatementSpec statement(
            String call, List<UUID> purchases, @Nullable List<UUID> lessons, @Nullable UserId requester, Instant now) {
        return jdbc.sql(call + "(cast(:purchases as uuid[]), cast(:lessons as uuid[]), :requester, :now)")
                .param("purchases", texts(purchases, id -> id))
                .param("lessons", lessons == null ? null : texts(lessons, id -> id))
                .param("requester", requester == null ? null : requester.value())
                .param("now", utc(now));
    }

    /** The purchases of which some copy is missing or wrong, found in one pass over everything. */
    public List<UUID> wrongPurchases() {
        readEverything();
        // All rows at once: where only some are fetched at a time, the database works in one process.
        return jdbc.sql(WRONG).query((row, number) -> uuid(row, "purchase_id")).list();
    }

    /** How many purchases have a copy that is missing or wrong. */
    public long countWrongPurchases() {
        readEverything();
        return jdbc.sql("select count(*) from (" + WRONG + ") wrong")
                .query(Long.class)
                .single();
    }

    /**
     * Until the end of the transaction comparisons have one hash of everything instead of several parts of it on disk, made by
     * several processes: the planner takes every row for wrong and handing it over for what costs most.
     */
    private void readEverything() {
        jdbc.sql("select set_config('work_mem', '128MB', true), set_config('parallel_tuple_cost', '0', true)")
                .query()
                .listOfRows();
    }

    /** What a sync of everything, or of one purchase, would do. */
    public SyncReport preview(@Nullable UUID purchase) {
        readEverything();
        String only = purchase == null ? "" : " and purchase_id = :purchase";
        JdbcClient.StatementSpec query = jdbc.sql("""
                select count(distinct purchase_id) as purchases,
                       count(*) filter (where problem is null and copy_id is null) as created,
                       count(*) filter (where problem is null and copy_id is not null) as updated,
                       count(*) filter (where problem is not null) as errors, '[]' as problems
                from tutoring_session_disagreements where true
                """ + only);
        return (purchase == null ? query : query.param("purchase", purchase))
                .query((row, number) -> report(row, row.getLong("purchases")))
                .single();
    }

    /** The lessons of a purchase. */
    public List<UUID> lessons(UUID purchase) {
        return jdbc.sql("select id from purchase_sessions where purchase_id = :purchase order by session_number")
                .param("purchase", purchase)
                .query((row, number) -> uuid(row, "id"))
                .list();
    }

    /** The purchase of a lesson. */
    public Optional<UUID> purchaseOf(UUID lesson) {
        return jdbc.sql("select purchase_id from purchase_sessions where id = :lesson")
                .param("lesson", lesson)
                .query(UUID.class)
                .optional();
    }

    /** What there is to sync of a purchase. */
    public record Readiness(boolean hasTrainer, boolean hasLessons) {}

    /** Whether there is something to sync of the purchase; empty where there is no such purchase. */
    public Optional<Readiness> readiness(UUID purchase) {
        return jdbc.sql("""
                        select p.trainer_id is not null
                               or exists (select from purchase_sessions s where s.purchase_id = p.id and s.trainer_id is not null)
                               as trainer,
                               exists (select from purchase_sessions s where s.purchase_id = p.id) as lessons
                        from course_purchases p where p.id = :purchase
                        """)
                .param("purchase", purchase)
                .query((row, number) -> new Readiness(row.getBoolean("trainer"), row.getBoolean("lessons")))
                .optional();
    }

    private SyncReport report(ResultSet row, long purchases) throws SQLException {
        List<SyncProblem> problems = new ArrayList<>();
        for (JsonNode problem : json.readTree(row.getString("problems"))) {
            String student = problem.path("student").asString("");
            problems.add(new SyncProblem(
                    UUID.fromString(problem.get("row").asString()),
                    Message.of("training.sync." + problem.get("problem").asString(), student)));
        }
        return new SyncReport(
                purchases, row.getLong("created"), row.getLong("updated"), row.getLong("errors"), problems);
    }
}
