package dev.gangway.wizard.internal;

import dev.gangway.base.UserId;
import dev.gangway.wizard.WizardSessionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes changes of wizard sessions from the outbox and brings the projection up, one at a time in the cluster. */
@Repository
public class ProjectionStore {

    /** Whoever projects holds this advisory lock; a number of our own that nothing else uses. */
    private static final long TURN = 7_205_759_403_792_793_601L;

    private final JdbcClient jdbc;

    ProjectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was projected.
     *
     * @param ids wizard sessions that changed, began or are gone
     * @param owners the accounts of those that are there
     * @param oldest when the first of the changes was made; null: there was none
     */
    public record Batch(
            Set<WizardSessionId> ids,
            Set<UserId> owners,
            @Nullable Instant oldest) {

        /** Nothing waited. */
        public static final Batch NOTHING = new Batch(Set.of(), Set.of(), null);
    }

    /** Whether changes wait. */
    public boolean isWaiting() {
        return jdbc.sql("select exists (select from wizard_session_changes)")
                .query(Boolean.class)
                .single();
    }

    /** How many changes wait. */
    public long backlog() {
        return jdbc.sql("select count(*) from wizard_session_changes")
                .query(Long.class)
                .single();
    }

    /** Takes the turn until the transaction ends; false where another has it. */
    public boolean takeTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:turn)")
                .param("turn", TURN)
                .query(Boolean.class)
                .single();
    }

    /** Takes the turn until the transaction ends, after whoever has it. */
    public void awaitTurn() {
        jdbc.sql("select pg_advisory_xact_lock(:turn)")
                .param("turn", TURN)
                .query()
                .listOfRows();
    }

    /** Projects at most so many changes; the caller has the turn. */
    public Batch project(int most) {
        Set<WizardSessionId> ids = new HashSet<>();
        List<Instant> oldest = jdbc.sql("select * from project_wizard_sessions(:most)")
                .param("most", most)
                .query((row, number) -> {
                    ids.add(new WizardSessionId(row.getObject("projected", UUID.class)));
                    return row.getObject("told", OffsetDateTime.class).toInstant();
                })
                .list();
        return oldest.isEmpty() ? Batch.NOTHING : new Batch(ids, owners(ids), oldest.getFirst());
    }

    private Set<UserId> owners(Set<WizardSessionId> ids) {
        return jdbc.sql("select distinct user_id from wizard_session_overview where id = any (cast(:ids as uuid[]))")
                .param("ids", ids.stream().map(WizardSessionId::toString).toArray(String[]::new))
                .query((row, number) -> new UserId(row.getString("user_id")))
                .set();
    }

    /** How many rows the projection has, about. */
    public long rows() {
        return jdbc.sql("select coalesce(sum(rows), 0) from wizard_session_classes")
                .query(Long.class)
                .single();
    }

    /**
     * Makes the tables of wizard sessions, answers and the projection anew, takes their indexes and foreign keys off, and locks
     * them against everybody until the transaction ends; the caller has the turn, and nothing waits to be projected.
     *
     * @return the statements that make them anew
     */
    public List<String> beginLoad() {
        jdbc.sql("select lock_for_wizard_session_load()").query().listOfRows();
        jdbc.sql("select renew_wizard_session_tables()").query().listOfRows();
        return jdbc.sql("select unnest(begin_wizard_session_load())")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Makes indexes and foreign keys anew, and projects everything that was stored since. */
    public void endLoad(List<String> statements) {
        jdbc.sql("select end_wizard_session_load(:statements)")
                .param("statements", statements.toArray(String[]::new))
                .query()
                .listOfRows();
    }

    /** Forgets names that no wizard session has any more, where two that were deleted at once had left them to each other. */
    public void forgetNames() {
        jdbc.sql("""
                        select forget_wizard_session_names(array(
                            select name_key from wizard_session_names n
                            where not exists (select from wizard_session_overview o where (o.name_key || '') = n.name_key)))
                        """).query().listOfRows();
    }

    /** Has the database look at what is in the projection and the tables it copies, for its plans. */
    public void gatherStatistics() {
        jdbc.sql("analyze wizard_sessions, responses, accounts, wizard_session_overview, wizard_session_names")
                .update();
    }
}
