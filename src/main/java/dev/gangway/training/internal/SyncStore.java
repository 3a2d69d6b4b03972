package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.texts;
import static dev.gangway.training.internal.Columns.utc;
import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.UserId;
import dev.gangway.training.SyncReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares tutoring sessions with the purchase sessions that they repeat, and writes what is missing or wrong, in sets. */
@Repository
public class SyncStore {

    private static final String WRONG = """
            select d.purchase_id from tutoring_session_disagreements d
            union
            select p.id from course_purchases p
            where p.status = 'assigned' and not exists (select from purchase_sessions s where s.purchase_id = p.id)
            """;

    private final JdbcClient jdbc;
    private final SyncReportRows reports;

    SyncStore(JdbcClient jdbc, SyncReportRows reports) {
        this.jdbc = jdbc;
        this.reports = reports;
    }

    /** Syncs a purchase behind a savepoint, so that a failure leaves the transaction around it as it was. */
    TriedSync trySync(UUID purchase, @Nullable UserId requester, Instant now) {
        return statement("select * from try_sync_tutoring_sessions", List.of(purchase), null, requester, now)
                .query((row, number) -> reports.tried(row))
                .single();
    }

    /** Syncs purchases; of the lessons that are named only, where some are. */
    public SyncReport sync(
            List<UUID> purchases, @Nullable List<UUID> lessons, @Nullable UserId requester, Instant now) {
        return statement("select * from sync_tutoring_sessions", purchases, lessons, requester, now)
                .query((row, number) -> reports.report(row, purchases.size()))
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
                .query((row, number) -> reports.report(row, row.getLong("purchases")))
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
}
