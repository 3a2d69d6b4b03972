package dev.gangway.reconcile.internal;

import dev.gangway.base.UserId;
import dev.gangway.reconcile.Apply;
import dev.gangway.reconcile.Apply.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes applies, one round trip for each call. */
@Repository
public class ApplyStore {

    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final String SELECT = """
            select r.*, cardinality(r.selected) as chosen, starter.username as starter, undoer.username as undoer
            from reconcile_applies r
            left join accounts starter on starter.id = r.started_by
            left join accounts undoer on undoer.id = r.undone_by
            """;
    private static final String UNDOABLE = """
            select id
            from (select id, state from reconcile_applies where copy = :copy and changed > 0
                  order by id desc limit 1) last
            where state in ('done', 'cancelled', 'failed')
            """;

    private final JdbcClient jdbc;

    ApplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins an apply unless another one of the copy is under way; answers whether it did. */
    public boolean begin(UUID id, String copy, Choice choice, UserId actor, Instant now) {
        return jdbc.sql("""
                        insert into reconcile_applies (id, copy, state, started_by, started_at, selected, kinds, expected)
                        values (:id, :copy, 'running', :actor, :now, :rows, :kinds, cardinality(cast(:rows as text[])))
                        on conflict (copy) where state in ('running', 'undoing') do nothing
                        """)
                        .param("id", id)
                        .param("copy", copy)
                        .param("actor", actor.value())
                        .param("now", Timestamp.from(now))
                        .param("rows", choice.storedRows())
                        .param("kinds", choice.storedKinds())
                        .update()
                == 1;
    }

    /** Stops what is under way: an apply is cancelled, an undo leaves an apply that can be undone again. */
    public boolean cancel(UUID id, Instant now) {
        return jdbc.sql("""
                        update reconcile_applies
                        set state = case state when 'running' then 'cancelled' else 'done' end, finished_at = :now
                        where id = :id and state in ('running', 'undoing')
                        """).param("id", id).param("now", Timestamp.from(now)).update() == 1;
    }

    /**
     * Begins the undo of the last apply of a copy that changed something; answers whether it is that and was not undone.
     *
     * @throws org.springframework.dao.DuplicateKeyException where something else is under way on the copy
     */
    public boolean beginUndo(UUID id, UserId actor, Instant now) {
        return jdbc.sql("""
                        update reconcile_applies r
                        set state = 'undoing', finished_at = null, undone_by = :actor, undone_at = :now, position = ''
                        where r.id = :id and r.state in ('done', 'cancelled', 'failed') and r.changed > 0
                          and not exists (select from reconcile_applies later
                                          where later.copy = r.copy and later.id > r.id and later.changed > 0)
                        """)
                        .param("id", id)
                        .param("actor", actor.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The last apply of a copy that changed something, unless it was undone or is under way. */
    public Optional<UUID> undoable(String copy) {
        return jdbc.sql(UNDOABLE).param("copy", copy).query(UUID.class).optional();
    }

    /** One apply. */
    public Optional<Apply> find(UUID id) {
        return jdbc.sql(SELECT + " where r.id = :id")
                .param("id", id)
                .query(ApplyStore::apply)
                .optional();
    }

    /** What is under way on a copy. */
    public Optional<Apply> atWork(String copy) {
        return jdbc.sql(SELECT + " where r.copy = :copy and r.state in ('running', 'undoing')")
                .param("copy", copy)
                .query(ApplyStore::apply)
                .optional();
    }

    /** Applies of a copy before an id, newest first. */
    public List<Apply> page(String copy, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + " where r.copy = :copy and r.id < :before order by r.id desc limit :limit")
                .param("copy", copy)
                .param("before", before == null ? AFTER_ALL : before)
                .param("limit", limit)
                .query(ApplyStore::apply)
                .list();
    }

    /** Locks an apply for the length of the transaction, so that only one batch works on it and nobody cancels meanwhile. */
    Optional<Work> lock(UUID id) {
        return jdbc.sql("""
                        select id, copy, state, selected, kinds, expected, position
                        from reconcile_applies where id = :id and state in ('running', 'undoing') for no key update
                        """)
                .param("id", id)
                .query((row, number) -> {
                    var chosen = row.getArray("selected");
                    return new Work(
                            row.getObject("id", UUID.class),
                            row.getString("copy"),
                            state(row),
                            new Choice(
                                    chosen == null ? null : List.of((String[]) chosen.getArray()), Choice.kinds(row)),
                            row.getObject("expected") != null,
                            row.getString("position"));
                })
                .optional();
    }

    /** Keeps how many rows there are to look at. */
    void expect(UUID id, long rows) {
        jdbc.sql("update reconcile_applies set expected = :rows where id = :id")
                .param("id", id)
                .param("rows", rows)
                .update();
    }

    /** Keeps how far an apply is. */
    void advance(UUID id, String position, int changed, int skipped) {
        jdbc.sql("""
                        update reconcile_applies
                        set position = :position, changed = changed + :changed, skipped = skipped + :skipped
                        where id = :id
                        """)
                .param("id", id)
                .param("position", position)
                .param("changed", changed)
                .param("skipped", skipped)
                .update();
    }

    /** Keeps how far an undo is. */
    void advanceUndo(UUID id, String position, int restored, int kept) {
        jdbc.sql("""
                        update reconcile_applies
                        set position = :position, restored = restored + :restored, kept = kept + :kept
                        where id = :id
                        """)
                .param("id", id)
                .param("position", position)
                .param("restored", restored)
                .param("kept", kept)
                .update();
    }

    /** Ends what is under way; answers whether it was. */
    boolean finish(UUID id, State state, Instant now) {
        return jdbc.sql("""
                        update reconcile_applies set state = :state, finished_at = :now
                        where id = :id and state in ('running', 'undoing')
                        """)
                        .param("id", id)
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Deletes applies that ended before a moment, with what they changed; a bounded number, which is answered. */
    public int forget(Instant before) {
        return jdbc.sql("""
                        delete from reconcile_applies
                        where id in (select id from reconcile_applies where finished_at < :before order by id limit 10)
                        """).param("before", Timestamp.from(before)).update();
    }

    private static Apply apply(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        Timestamp undone = row.getTimestamp("undone_at");
        return new Apply(
                row.getObject("id", UUID.class),
                row.getString("copy"),
                state(row),
                row.getString("starter"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getObject("chosen", Integer.class),
                Choice.kinds(row),
                row.getObject("expected", Long.class),
                row.getLong("changed"),
                row.getLong("skipped"),
                undone == null
                        ? null
                        : new Apply.Undo(
                                row.getString("undoer"),
                                undone.toInstant(),
                                row.getLong("restored"),
                                row.getLong("kept")));
    }

    private static State state(ResultSet row) throws SQLException {
        return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }
}
