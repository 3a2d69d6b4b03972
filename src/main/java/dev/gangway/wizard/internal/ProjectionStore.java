package dev.gangway.wizard.internal;

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
     * @param oldest when the first of the changes was made; null: there was none
     */
    public record Batch(Set<WizardSessionId> ids, @Nullable Instant oldest) {}

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
        return new Batch(ids, oldest.isEmpty() ? null : oldest.getFirst());
    }

    /** How many rows the projection has, about. */
    public long rows() {
        return jdbc.sql("select coalesce(sum(rows), 0) from wizard_session_classes")
                .query(Long.class)
                .single();
    }

    /**
     * Projects all that waits at once, and makes the indexes anew after it. Locks the projection against everybody until the
     * transaction ends; the caller has the turn.
     */
    public void projectAll() {
        jdbc.sql("select load_wizard_session_overview()").query().listOfRows();
    }

    /** Has the database look at what is in the projection and the tables it copies, for its plans. */
    public void gatherStatistics() {
        jdbc.sql("analyze wizard_sessions, responses, accounts, wizard_session_overview")
                .update();
    }
}
