package dev.gangway.wizard;

import dev.gangway.wizard.definition.DefinitionFiles;
import dev.gangway.wizard.definition.DefinitionProblem;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.internal.WizardStore;
import dev.gangway.wizard.internal.WizardVersionStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** The wizards that there are, their versions, and definitions as files. How they are written is {@link WizardDrafts}' part. */
@Service
@Transactional(readOnly = true)
public class Wizards {

    private final WizardStore store;
    private final WizardVersionStore versions;
    private final DefinitionFiles files;

    Wizards(WizardStore store, WizardVersionStore versions, DefinitionFiles files) {
        this.store = store;
        this.versions = versions;
        this.files = files;
    }

    /** What people can begin, by category and name. */
    public List<Wizard> offered() {
        return store.offered();
    }

    /** All wizards, drafts, archived and built-in ones too, by category and name. */
    public List<Wizard> all() {
        return store.all();
    }

    /**
     * Defined wizards in these states, newest first; the built-in one is not among them, for nobody runs it by its id.
     *
     * @param after where the page before ended; null: from the newest
     */
    public List<Wizard> list(Set<WizardStatus> states, @Nullable UUID after, int limit) {
        return store.list(states, after, limit);
    }

    /** The wizard, in whatever state. */
    public Optional<Wizard> find(UUID id) {
        return store.find(id);
    }

    /** One version of a wizard, in whatever state. */
    public Optional<WizardVersion> version(UUID wizardId, int version) {
        return versions.version(wizardId, version);
    }

    /** The version that is being written, if there is one. */
    public Optional<WizardVersion> draft(UUID wizardId) {
        return versions.draft(wizardId);
    }

    /** All versions of a wizard, newest first. */
    public List<WizardVersion> versions(UUID wizardId) {
        return versions.versions(wizardId);
    }

    /** Versions of a wizard that came before one, newest first. */
    public List<WizardVersion> versions(UUID wizardId, int before, int limit) {
        return versions.versions(wizardId, before, limit);
    }

    /** A definition as YAML, such as an import takes. */
    public String yaml(WizardContent content) {
        return files.yaml(content);
    }

    /** A definition as JSON, such as an import takes. */
    public ObjectNode json(WizardContent content) {
        return files.json(content);
    }

    /** The JSON Schema of definitions. */
    public String schema() {
        return files.schema();
    }

    /** What keeps a definition from being played; nothing where it can. */
    public List<DefinitionProblem> problems(WizardContent content, Locale language) {
        return files.problems(content, language);
    }
}
