package dev.gangway.wizard.internal;

import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardStatus;
import dev.gangway.wizard.WizardVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes wizards, one round trip for each call; what they ask is in {@link WizardVersionStore}. */
@Repository
public class WizardStore {

    private static final String WIZARDS = """
            select w.*, d.version as draft_version,
                   v.content->>'description' as description, v.content->>'category' as category,
                   (v.content->>'estimated_minutes')::integer as estimated_minutes,
                   jsonb_array_length(v.content->'steps') as steps,
                   coalesce((select sum(c.completed) from wizard_completions c where c.wizard_id = w.id), 0) as completed
            from wizards w
                     left join wizard_versions d on d.wizard_id = w.id and d.status = 'draft'
                     join wizard_versions v on v.wizard_id = w.id and v.version = coalesce(w.version, d.version)
            """;

    private final JdbcClient jdbc;

    WizardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The wizard, if there is one. */
    public Optional<Wizard> find(UUID id) {
        return jdbc.sql(WIZARDS + " where w.id = :id")
                .param("id", id)
                .query(WizardStore::wizard)
                .optional();
    }

    /** All wizards, by category and name. */
    public List<Wizard> all() {
        return jdbc.sql(WIZARDS + " order by coalesce(v.content->>'category', ''), w.name")
                .query(WizardStore::wizard)
                .list();
    }

    /** The wizards that new wizard sessions can run, by category and name. */
    public List<Wizard> offered() {
        return jdbc.sql(WIZARDS + """
                         where w.key is null and w.version is not null and w.archived_at is null
                         order by coalesce(v.content->>'category', ''), w.name
                        """).query(WizardStore::wizard).list();
    }

    /** Defined wizards in these states, newest first, after one of them or from the newest. */
    public List<Wizard> list(Set<WizardStatus> states, @Nullable UUID after, int limit) {
        return jdbc.sql(WIZARDS + """
                         where w.key is null and (cast(:after as uuid) is null or w.id < :after)
                           and case when w.version is null then 'draft' when w.archived_at is null then 'published'
                                    else 'archived' end = any(:states)
                         order by w.id desc limit :limit
                        """)
                .param("after", after)
                .param("states", states.stream().map(WizardStatus::word).toArray(String[]::new))
                .param("limit", limit)
                .query(WizardStore::wizard)
                .list();
    }

    /**
     * Makes a wizard without versions.
     *
     * @return false where the name is taken
     */
    public boolean insert(UUID id, String name, Instant now) {
        return jdbc.sql("""
                        insert into wizards (id, name, created_at, updated_at) values (:id, :name, :now, :now)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("name", name)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The wizard's row, locked until the transaction ends. */
    public Optional<WizardRow> lock(UUID id) {
        return lock("id = :key", id);
    }

    /** The row of the wizard with that name, locked until the transaction ends. */
    public Optional<WizardRow> lockNamed(String name) {
        return lock("name = :key", name);
    }

    private Optional<WizardRow> lock(String which, Object key) {
        return jdbc.sql("select id, key, name, version, archived_at from wizards where " + which + " for no key update")
                .param("key", key)
                .query((row, number) -> new WizardRow(
                        row.getObject("id", UUID.class),
                        row.getString("key") != null,
                        row.getString("name"),
                        row.getObject("version", Integer.class),
                        row.getTimestamp("archived_at") != null))
                .optional();
    }

    /** Forgets a wizard that never had a published version. */
    public void delete(UUID wizardId) {
        jdbc.sql("delete from wizards where id = :id").param("id", wizardId).update();
    }

    /** Calls the wizard something else. */
    public void rename(UUID wizardId, String name, Instant now) {
        jdbc.sql("update wizards set name = :name, updated_at = :now where id = :id")
                .param("name", name)
                .param("now", Timestamp.from(now))
                .param("id", wizardId)
                .update();
    }

    /** Whether another wizard has that name. */
    public boolean isTaken(String name, UUID wizardId) {
        return jdbc.sql("select exists (select from wizards where name = :name and id <> :id)")
                .param("name", name)
                .param("id", wizardId)
                .query(Boolean.class)
                .single();
    }

    /** Whether a wizard has that name, or had it in one of its versions. */
    public boolean wasNamed(String name) {
        return jdbc.sql("""
                        select exists (select from wizards where name = :name)
                            or exists (select from wizard_versions where content->>'name' = :name)
                        """).param("name", name).query(Boolean.class).single();
    }

    /** Has new wizard sessions run a version, under the name that it has. */
    public void run(WizardVersion published, Instant now) {
        jdbc.sql("""
                        update wizards
                        set name = :name, version = :version, archived_at = null, ends_at = null, updated_at = :now
                        where id = :id
                        """)
                .param("name", published.content().name())
                .param("version", published.version())
                .param("now", Timestamp.from(now))
                .param("id", published.wizardId())
                .update();
    }

    /** Has no new wizard session run it any more. */
    public void archive(UUID wizardId, @Nullable Instant endsAt, Instant now) {
        jdbc.sql("update wizards set archived_at = :now, ends_at = :end, updated_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("end", endsAt == null ? null : Timestamp.from(endsAt))
                .param("id", wizardId)
                .update();
    }

    private static Wizard wizard(ResultSet row, int number) throws SQLException {
        Timestamp archived = row.getTimestamp("archived_at");
        Timestamp end = row.getTimestamp("ends_at");
        Integer version = row.getObject("version", Integer.class);
        return new Wizard(
                row.getObject("id", UUID.class),
                row.getString("key") != null,
                row.getString("name"),
                orEmpty(row.getString("description")),
                orEmpty(row.getString("category")),
                row.getObject("estimated_minutes", Integer.class),
                row.getInt("steps"),
                status(version, archived),
                version,
                row.getObject("draft_version", Integer.class),
                row.getLong("completed"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                archived == null ? null : archived.toInstant(),
                end == null ? null : end.toInstant());
    }

    private static WizardStatus status(@Nullable Integer version, @Nullable Timestamp archived) {
        if (version == null) {
            return WizardStatus.DRAFT;
        }
        return archived == null ? WizardStatus.PUBLISHED : WizardStatus.ARCHIVED;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * A wizard that is being written to.
     *
     * @param version the one that new wizard sessions run; null before the first is published
     */
    public record WizardRow(
            UUID id, boolean builtIn, String name, @Nullable Integer version, boolean archived) {}
}
