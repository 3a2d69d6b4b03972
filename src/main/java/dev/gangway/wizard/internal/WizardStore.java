package dev.gangway.wizard.internal;

import dev.gangway.base.UserId;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardStatus;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.definition.DefinitionFiles;
import dev.gangway.wizard.definition.WizardContent;
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
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes wizards and their versions, one round trip for each call. */
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
    private final JsonMapper json;
    private final DefinitionFiles files;
    private final VersionContents contents;

    WizardStore(JdbcClient jdbc, JsonMapper json, DefinitionFiles files, VersionContents contents) {
        this.jdbc = jdbc;
        this.json = json;
        this.files = files;
        this.contents = contents;
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

    /** The wizard's versions, newest first. */
    public List<WizardVersion> versions(UUID wizardId) {
        return jdbc.sql("select * from wizard_versions where wizard_id = :id order by version desc")
                .param("id", wizardId)
                .query((row, number) -> version(row))
                .list();
    }

    /** The wizard's versions before one, newest first. */
    public List<WizardVersion> versions(UUID wizardId, int before, int limit) {
        return jdbc.sql("""
                        select * from wizard_versions where wizard_id = :id and version < :before
                        order by version desc limit :limit
                        """)
                .param("id", wizardId)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> version(row))
                .list();
    }

    /** The version that is being written. */
    public Optional<WizardVersion> draft(UUID wizardId) {
        return jdbc.sql("select * from wizard_versions where wizard_id = :id and status = 'draft'")
                .param("id", wizardId)
                .query((row, number) -> version(row))
                .optional();
    }

    /** One version. */
    public Optional<WizardVersion> version(UUID wizardId, int version) {
        return jdbc.sql("select * from wizard_versions where wizard_id = :id and version = :version")
                .param("id", wizardId)
                .param("version", version)
                .query((row, number) -> version(row))
                .optional();
    }

    /** Stores a new draft, after all versions that there are. */
    public WizardVersion insertDraft(UUID wizardId, WizardContent content, @Nullable UserId author, Instant now) {
        return jdbc.sql("""
                        insert into wizard_versions (wizard_id, version, status, content, revision, created_by, created_at,
                            updated_at)
                        select :id, coalesce(max(version), 0) + 1, 'draft', cast(:content as jsonb), 1, :author, :now, :now
                        from wizard_versions where wizard_id = :id
                        returning *
                        """)
                .param("id", wizardId)
                .param("content", text(content))
                .param("author", author == null ? null : author.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> version(row))
                .single();
    }

    /** Replaces a draft. */
    public WizardVersion updateDraft(UUID wizardId, WizardContent content, Instant now) {
        return jdbc.sql("""
                        update wizard_versions
                        set content = cast(:content as jsonb), revision = revision + 1, updated_at = :now
                        where wizard_id = :id and status = 'draft'
                        returning *
                        """)
                .param("id", wizardId)
                .param("content", text(content))
                .param("now", Timestamp.from(now))
                .query((row, number) -> version(row))
                .single();
    }

    /** Forgets a draft. */
    public boolean deleteDraft(UUID wizardId) {
        return jdbc.sql("delete from wizard_versions where wizard_id = :id and status = 'draft'")
                        .param("id", wizardId)
                        .update()
                > 0;
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

    /** Freezes the draft and has new wizard sessions run it; the version before is archived. */
    public WizardVersion publish(WizardVersion draft, Instant now) {
        jdbc.sql("update wizard_versions set status = 'archived' where wizard_id = :id and status = 'published'")
                .param("id", draft.wizardId())
                .update();
        WizardVersion published = jdbc.sql("""
                        update wizard_versions set status = 'published', published_at = :now, updated_at = :now
                        where wizard_id = :id and version = :version
                        returning *
                        """)
                .param("now", Timestamp.from(now))
                .param("id", draft.wizardId())
                .param("version", draft.version())
                .query((row, number) -> version(row))
                .single();
        jdbc.sql("""
                        update wizards
                        set name = :name, version = :version, archived_at = null, ends_at = null, updated_at = :now
                        where id = :id
                        """)
                .param("name", draft.content().name())
                .param("version", draft.version())
                .param("now", Timestamp.from(now))
                .param("id", draft.wizardId())
                .update();
        return published;
    }

    /** Has no new wizard session run it any more. */
    public void archive(UUID wizardId, @Nullable Instant endsAt, Instant now) {
        jdbc.sql("update wizard_versions set status = 'archived' where wizard_id = :id and status = 'published'")
                .param("id", wizardId)
                .update();
        jdbc.sql("update wizards set archived_at = :now, ends_at = :end, updated_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("end", endsAt == null ? null : Timestamp.from(endsAt))
                .param("id", wizardId)
                .update();
    }

    private String text(WizardContent content) {
        return json.writeValueAsString(files.json(content));
    }

    private WizardVersion version(ResultSet row) throws SQLException {
        String author = row.getString("created_by");
        Timestamp published = row.getTimestamp("published_at");
        return new WizardVersion(
                row.getObject("wizard_id", UUID.class),
                row.getInt("version"),
                WizardStatus.of(row.getString("status")),
                contents.parse(row.getString("content")),
                row.getLong("revision"),
                author == null ? null : new UserId(author),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                published == null ? null : published.toInstant());
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
