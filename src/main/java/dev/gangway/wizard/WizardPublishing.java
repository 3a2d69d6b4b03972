package dev.gangway.wizard;

import dev.gangway.base.Ids;
import dev.gangway.wizard.definition.DefinitionFiles;
import dev.gangway.wizard.definition.DefinitionProblem;
import dev.gangway.wizard.definition.Imported;
import dev.gangway.wizard.internal.LapseStore;
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
 * The way of wizards from a draft to published to archived. Publishing freezes a version; whoever does it locks the wizard's row,
 * so that two administrators follow each other.
 */
@Service
@Transactional
public class WizardPublishing {

    private final WizardStore store;
    private final WizardVersionStore versions;
    private final DefinitionFiles files;
    private final LapseStore lapses;
    private final Ids ids;
    private final Clock clock;

    WizardPublishing(
            WizardStore store,
            WizardVersionStore versions,
            DefinitionFiles files,
            LapseStore lapses,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.files = files;
        this.lapses = lapses;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Publishes a wizard that comes along as an example, once: not where one has its name, or ever had it.
     *
     * @throws IllegalArgumentException where the definition breaks rules
     */
    public Introduction introduce(String yaml) {
        if (!(files.read(yaml, Locale.ENGLISH) instanceof Imported.Read(var content))) {
            throw new IllegalArgumentException(
                    "Not a wizard: " + yaml.lines().findFirst().orElse(""));
        }
        UUID fresh = ids.next();
        if (store.wasNamed(content.name()) || !store.insert(fresh, content.name(), clock.instant())) {
            return Introduction.KNOWN;
        }
        published(versions.insertDraft(fresh, content, null, clock.instant()));
        return Introduction.PUBLISHED;
    }

    /** What came of an example. */
    public enum Introduction {
        /** It is new, and people can run it. */
        PUBLISHED,
        /** It was there before; what became of it since is left alone. */
        KNOWN
    }

    /**
     * Freezes the draft and has new wizard sessions run it, also where the wizard was archived.
     *
     * @param revision the draft's revision that the author saw; null: the newest
     */
    public PublishOutcome publish(UUID wizardId, @Nullable Long revision, Locale language) {
        if (store.lock(wizardId).isEmpty()) {
            return new PublishOutcome.NotFound();
        }
        Optional<WizardVersion> found = versions.draft(wizardId);
        if (found.isEmpty()) {
            return new PublishOutcome.NothingToPublish();
        }
        WizardVersion draft = found.get();
        if (revision != null && draft.revision() != revision) {
            return new PublishOutcome.Stale(draft);
        }
        List<DefinitionProblem> problems = files.problems(draft.content(), language);
        if (!problems.isEmpty()) {
            return new PublishOutcome.Invalid(problems);
        }
        if (store.isTaken(draft.content().name(), wizardId)) {
            return new PublishOutcome.NameTaken();
        }
        // What has ended stays ended when its wizard is opened again, whether the hourly job came by before or not.
        lapses.expireAll(wizardId, clock.instant());
        return new PublishOutcome.Published(published(draft));
    }

    private WizardVersion published(WizardVersion draft) {
        Instant now = clock.instant();
        WizardVersion published = versions.publish(draft, now);
        store.run(published, now);
        return published;
    }

    /**
     * Has no new wizard session run it any more.
     *
     * @param endsAt when those that still run expire; null where they may go on to their end
     */
    public ArchiveOutcome archive(UUID wizardId, @Nullable Instant endsAt) {
        Optional<WizardRow> found = store.lock(wizardId);
        if (found.isEmpty()) {
            return new ArchiveOutcome.NotFound();
        }
        WizardRow wizard = found.get();
        if (wizard.builtIn()) {
            return new ArchiveOutcome.BuiltIn();
        }
        if (wizard.version() == null) {
            return new ArchiveOutcome.NotPublished();
        }
        if (wizard.archived()) {
            return new ArchiveOutcome.AlreadyArchived();
        }
        versions.archive(wizardId);
        store.archive(wizardId, endsAt, clock.instant());
        return new ArchiveOutcome.Archived(store.find(wizardId).orElseThrow());
    }
}
