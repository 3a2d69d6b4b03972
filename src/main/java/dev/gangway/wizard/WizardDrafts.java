package dev.gangway.wizard;

import dev.gangway.base.Ids;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.wizard.definition.DefinitionFiles;
import dev.gangway.wizard.definition.DefinitionProblem;
import dev.gangway.wizard.definition.Imported;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.internal.WizardStore;
import dev.gangway.wizard.internal.WizardStore.WizardRow;
import dev.gangway.wizard.internal.WizardVersionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How wizards are written: drafts are imported, begun, saved and forgotten. Whoever writes to a wizard locks its row, so that two
 * administrators follow each other.
 */
@Service
@Transactional
public class WizardDrafts {

    private final WizardStore store;
    private final WizardVersionStore versions;
    private final DefinitionFiles files;
    private final Ids ids;
    private final Clock clock;

    WizardDrafts(WizardStore store, WizardVersionStore versions, DefinitionFiles files, Ids ids, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes a definition in YAML or JSON as the draft of a new wizard, or of the wizard that has its name; a draft that this
     * one has already is replaced.
     *
     * @param author null for the application itself
     * @param language in which problems of the shape are worded
     */
    public ImportOutcome importText(@Nullable UserId author, String text, Locale language) {
        return switch (files.read(text, language)) {
            case Imported.Refused(var problems) -> new ImportOutcome.Refused(problems);
            case Imported.Read(var content) -> stored(author, content);
        };
    }

    private ImportOutcome stored(@Nullable UserId author, WizardContent content) {
        Instant now = clock.instant();
        UUID fresh = ids.next();
        if (store.insert(fresh, content.name(), now)) {
            return new ImportOutcome.Stored(versions.insertDraft(fresh, content, author, now));
        }
        WizardRow wizard = store.lockNamed(content.name()).orElseThrow();
        if (wizard.builtIn()) {
            return new ImportOutcome.Refused(
                    List.of(new DefinitionProblem("/name", 1, Message.of("definition.built_in", content.name()))));
        }
        return new ImportOutcome.Stored(
                versions.draft(wizard.id()).isPresent()
                        ? versions.updateDraft(wizard.id(), content, now)
                        : versions.insertDraft(wizard.id(), content, author, now));
    }

    /** Begins a wizard; its content may be unfinished, its name must be its own. */
    public DraftOutcome create(UserId author, WizardContent content) {
        List<DefinitionProblem> problems = files.unstorable(content);
        if (!problems.isEmpty()) {
            return new DraftOutcome.Invalid(problems);
        }
        UUID fresh = ids.next();
        return store.insert(fresh, content.name(), clock.instant())
                ? new DraftOutcome.Saved(versions.insertDraft(fresh, content, author, clock.instant()))
                : new DraftOutcome.NameTaken();
    }

    /**
     * Saves a draft, and begins the next version where there is none; its content may be unfinished.
     *
     * @param revision the revision that the author saw; null: the newest, and also what they saw where there was no draft
     */
    public DraftOutcome saveDraft(UserId author, UUID wizardId, WizardContent content, @Nullable Long revision) {
        Optional<WizardRow> found = store.lock(wizardId);
        if (found.isEmpty()) {
            return new DraftOutcome.NotFound();
        }
        WizardRow wizard = found.get();
        if (wizard.builtIn()) {
            return new DraftOutcome.BuiltIn();
        }
        List<DefinitionProblem> problems = files.unstorable(content);
        if (!problems.isEmpty()) {
            return new DraftOutcome.Invalid(problems);
        }
        Optional<WizardVersion> draft = versions.draft(wizardId);
        if (revision != null && draft.filter(now -> now.revision() == revision).isEmpty()) {
            return new DraftOutcome.Stale(versions.versions(wizardId).getFirst());
        }
        if (store.isTaken(content.name(), wizardId)) {
            return new DraftOutcome.NameTaken();
        }
        Instant now = clock.instant();
        if (wizard.version() == null && !content.name().equals(wizard.name())) {
            store.rename(wizardId, content.name(), now);
        }
        return new DraftOutcome.Saved(
                draft.isPresent()
                        ? versions.updateDraft(wizardId, content, now)
                        : versions.insertDraft(wizardId, content, author, now));
    }

    /** The draft of a wizard; where there is none, one that begins as what was published last. */
    public DraftOutcome edit(UserId author, UUID wizardId) {
        Optional<WizardRow> wizard = store.lock(wizardId);
        if (wizard.isEmpty()) {
            return new DraftOutcome.NotFound();
        }
        if (wizard.get().builtIn()) {
            return new DraftOutcome.BuiltIn();
        }
        WizardVersion newest = versions.versions(wizardId).getFirst();
        return new DraftOutcome.Saved(
                newest.status() == WizardStatus.DRAFT
                        ? newest
                        : versions.insertDraft(wizardId, newest.content(), author, clock.instant()));
    }

    /**
     * Forgets a draft; a wizard that was never published goes with it.
     *
     * @return whether there was one
     */
    public boolean discardDraft(UUID wizardId) {
        Optional<WizardRow> wizard = store.lock(wizardId);
        boolean discarded = wizard.isPresent() && versions.deleteDraft(wizardId);
        if (discarded && wizard.get().version() == null) {
            store.delete(wizardId);
        }
        return discarded;
    }
}
