package dev.gangway.wizard.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gangway.wizard.definition.DefinitionFiles;
import dev.gangway.wizard.definition.WizardContent;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the versions ask that wizard sessions run on. Kept in memory, which cannot become stale: the database refuses every
 * change of a version once it is published.
 */
@Component
public class VersionContents {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DefinitionFiles files;
    private final Cache<Version, WizardContent> frozen =
            Caffeine.newBuilder().maximumSize(MOST).build();

    VersionContents(JdbcClient jdbc, JsonMapper json, DefinitionFiles files) {
        this.jdbc = jdbc;
        this.json = json;
        this.files = files;
    }

    /** What a published version asks. */
    public WizardContent get(UUID wizardId, int version) {
        return frozen.get(new Version(wizardId, version), this::read);
    }

    /** The content of a row's column. */
    public WizardContent parse(String content) {
        return files.stored(json.readTree(content));
    }

    private WizardContent read(Version version) {
        return jdbc.sql("""
                        select content from wizard_versions
                        where wizard_id = :id and version = :version and status <> 'draft'
                        """)
                .param("id", version.wizardId())
                .param("version", version.version())
                .query((row, number) -> parse(row.getString("content")))
                .single();
    }

    private record Version(UUID wizardId, int version) {}
}
