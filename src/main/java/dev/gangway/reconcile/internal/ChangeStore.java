package dev.gangway.reconcile.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.copy.Change;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes what applies changed, one round trip for each call. */
@Repository
public class ChangeStore {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ChangeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps what was changed. */
    void add(UUID apply, List<Change> changes) {
        jdbc.sql("""
                        insert into reconcile_changes (apply_id, row_id, user_id, before, after)
                        select :apply, c."row", c."user", c.before, c.after
                        from jsonb_to_recordset(cast(:changes as jsonb))
                                 as c ("row" varchar, "user" varchar, before jsonb, after jsonb)
                        """)
                .param("apply", apply)
                .param("changes", json.writeValueAsString(changes))
                .update();
    }

    /** The next changes that no undo has come by yet. */
    List<Change> page(UUID apply, String after, int limit) {
        return jdbc.sql("""
                        select row_id, user_id, before, after from reconcile_changes
                        where apply_id = :apply and row_id > :after and restored is null
                        order by row_id limit :limit
                        """)
                .param("apply", apply)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> {
                    String user = row.getString("user_id");
                    return new Change(
                            row.getString("row_id"),
                            user == null ? null : new UserId(user),
                            json.readValue(row.getString("before"), VALUES),
                            json.readValue(row.getString("after"), VALUES));
                })
                .list();
    }

    /** Keeps which of the changes were undone. */
    void mark(UUID apply, List<Change> changes, List<String> restored) {
        jdbc.sql("""
                        update reconcile_changes set restored = row_id = any (:restored)
                        where apply_id = :apply and row_id = any (:rows)
                        """)
                .param("apply", apply)
                .param("restored", restored.toArray(String[]::new))
                .param("rows", changes.stream().map(Change::row).toArray(String[]::new))
                .update();
    }

    /** The rows that an undo left because they had changed since. */
    public List<String> kept(UUID apply, int limit) {
        return jdbc.sql("""
                        select row_id from reconcile_changes where apply_id = :apply and not restored
                        order by row_id limit :limit
                        """)
                .param("apply", apply)
                .param("limit", limit)
                .query((row, number) -> row.getString("row_id"))
                .list();
    }
}
