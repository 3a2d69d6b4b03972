package dev.gangway.wizard.internal;

import dev.gangway.base.UserId;
import dev.gangway.wizard.MovePreview;
import dev.gangway.wizard.WizardMove;
import dev.gangway.wizard.WizardMove.State;
import dev.gangway.wizard.WizardSessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes moves of wizard sessions, one round trip for each call. */
@Repository
public class MoveStore {

    private static final String SELECT = """
            select m.*, starter.username as starter
            from wizard_moves m left join accounts starter on starter.id = m.started_by
            """;

    private final JdbcClient jdbc;
    private final VersionContents contents;
    private final MovedAnswers answers;

    MoveStore(JdbcClient jdbc, VersionContents contents, MovedAnswers answers) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.answers = answers;
    }

    /** How many wizard sessions run on each version of a wizard. */
    public Map<Integer, Long> running(UUID wizardId) {
        Map<Integer, Long> running = new HashMap<>();
        jdbc.sql("""
                        select wizard_version, count(*) as running from wizard_sessions
                        where wizard_id = :wizard and status in ('in_progress', 'abandoned')
                        group by wizard_version
                        """).param("wizard", wizardId).query(row -> {
            running.put(row.getInt("wizard_version"), row.getLong("running"));
        });
        return running;
    }

    /** How many run on each older version: what came after, because it was published since, is not moved back. */
    public Map<Integer, Long> runningBefore(UUID wizardId, int version) {
        Map<Integer, Long> running = running(wizardId);
        running.keySet().removeIf(each -> each >= version);
        return running;
    }

    /** What a move to a version would do. */
    public MovePreview preview(UUID wizardId, int version) {
        Map<Integer, Long> running = runningBefore(wizardId, version);
        return new MovePreview(
                wizardId,
                version,
                running.values().stream().mapToLong(Long::longValue).sum(),
                answers.preview(wizardId, running.keySet(), version, contents));
    }

    /** Begins a move unless another one of the wizard is under way; answers whether it did. */
    public boolean begin(UUID id, UUID wizardId, int version, UserId actor, long expected, Instant now) {
        return jdbc.sql("""
                        insert into wizard_moves (id, wizard_id, version, state, started_by, started_at, expected)
                        values (:id, :wizard, :version, 'running', :actor, :now, :expected)
                        on conflict (wizard_id) where state = 'running' do nothing
                        """)
                        .param("id", id)
                        .param("wizard", wizardId)
                        .param("version", version)
                        .param("actor", actor.value())
                        .param("now", Timestamp.from(now))
                        .param("expected", expected)
                        .update()
                == 1;
    }

    /** Ends a move that is under way; answers whether it was. */
    public boolean finish(UUID id, State state, Instant now) {
        return jdbc.sql("""
                        update wizard_moves set state = :state, finished_at = :now where id = :id and state = 'running'
                        """)
                        .param("id", id)
                        .param("state", state.word())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** One move. */
    public Optional<WizardMove> find(UUID id) {
        return jdbc.sql(SELECT + " where m.id = :id")
                .param("id", id)
                .query(MoveStore::move)
                .optional();
    }

    /** What is under way on a wizard. */
    public Optional<WizardMove> atWork(UUID wizardId) {
        return jdbc.sql(SELECT + " where m.wizard_id = :wizard and m.state = 'running'")
                .param("wizard", wizardId)
                .query(MoveStore::move)
                .optional();
    }

    /** The moves of a wizard, newest first. */
    public List<WizardMove> list(UUID wizardId, int limit) {
        return jdbc.sql(SELECT + " where m.wizard_id = :wizard order by m.id desc limit :limit")
                .param("wizard", wizardId)
                .param("limit", limit)
                .query(MoveStore::move)
                .list();
    }

    /** The next wizard sessions that a move is to look at. */
    List<WizardSessionId> page(WizardMove move, int limit) {
        return jdbc.sql("""
                        select ws.id
                        from wizard_sessions ws join wizard_moves m on m.id = :move
                        where ws.wizard_id = m.wizard_id and ws.wizard_version < m.version
                          and ws.status in ('in_progress', 'abandoned') and (m.position is null or ws.id > m.position)
                        order by ws.id limit :limit
                        """)
                .param("move", move.id())
                .param("limit", limit)
                .query((row, number) -> new WizardSessionId(row.getObject("id", UUID.class)))
                .list();
    }

    /**
     * Locks a move until the transaction ends, so that nobody cancels and nobody else works on it meanwhile.
     *
     * @return whether the wizard session is still to be looked at; empty where the move is not under way
     */
    Optional<Boolean> lock(UUID id, WizardSessionId session) {
        return jdbc.sql("""
                        select position is null or position < :session as is_next
                        from wizard_moves where id = :id and state = 'running' for no key update
                        """)
                .param("id", id)
                .param("session", session.value())
                .query((row, number) -> row.getBoolean("is_next"))
                .optional();
    }

    /** Keeps what became of a wizard session. */
    void advance(UUID id, WizardSessionId position, int moved, long kept, long dropped) {
        jdbc.sql("""
                        update wizard_moves
                        set position = :position, moved = moved + :moved, passed_over = passed_over + 1 - :moved,
                            kept = kept + :kept, dropped = dropped + :dropped
                        where id = :id
                        """)
                .param("id", id)
                .param("position", position.value())
                .param("moved", moved)
                .param("kept", kept)
                .param("dropped", dropped)
                .update();
    }

    private static WizardMove move(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new WizardMove(
                row.getObject("id", UUID.class),
                row.getObject("wizard_id", UUID.class),
                row.getInt("version"),
                State.of(row.getString("state")),
                row.getString("starter"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("expected"),
                row.getLong("moved"),
                row.getLong("passed_over"),
                row.getLong("kept"),
                row.getLong("dropped"));
    }
}
