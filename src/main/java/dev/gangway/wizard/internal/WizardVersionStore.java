package dev.gangway.wizard.internal;

import dev.gangway.base.UserId;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the versions of wizards; whoever writes has locked the wizard's row. */
@Repository
public class WizardVersionStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DefinitionFiles files;
    private final VersionContents contents;

    WizardVersionStore(JdbcClient jdbc, JsonMapper json, DefinitionFiles files, VersionContents contents) {
        this.jdbc = jdbc;
        this.json = json;
        this.files = files;
        this.contents = contents;
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

    /** Freezes the draft; the version that was published before is archived. */
    public WizardVersion publish(WizardVersion draft, Instant now) {
        archive(draft.wizardId());
        return jdbc.sql("""
                        update wizard_versions set status = 'published', published_at = :now, updated_at = :now
                        where wizard_id = :id and version = :version
                        returning *
                        """)
                .param("now", Timestamp.from(now))
                .param("id", draft.wizardId())
                .param("version", draft.version())
                .query((row, number) -> version(row))
                .single();
    }

    /** Archives the published version, if there is one. */
    public void archive(UUID wizardId) {
        jdbc.sql("update wizard_versions set status = 'archived' where wizard_id = :id and status = 'published'")
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
}
