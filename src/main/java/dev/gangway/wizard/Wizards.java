package dev.gangway.wizard;

import dev.gangway.base.Ids;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.wizard.definition.DefinitionFiles;
import dev.gangway.wizard.definition.DefinitionProblem;
import dev.gangway.wizard.definition.Imported;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.internal.LapseStore;
import dev.gangway.wizard.internal.WizardStore;
import dev.gangway.wizard.internal.WizardStore.WizardRow;
import dev.gangway.wizard.internal.WizardVersionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The wizards that there are, and their way from draft to published to archived.
 *
 * <p>Whoever writes to a wizard locks its row, so that two administrators follow each other. Publishing freezes a version; a
 * change makes the next one.
 */
@Service
@Transactional
public class Wizards {

    private final WizardStore store;
    private final WizardVersionStore versions;
    private final DefinitionFiles files;
    private final LapseStore lapses;
    private final Ids ids;
    private final Clock clock;

    Wizards(
            WizardStore store,
            WizardVersionStore versions,
            DefinitionFiles files,
            LapseStore lapses,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.lapses = lapses;
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
                draft(wizard.id()).isPresent()
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
        Optional<WizardVersion> draft = draft(wizardId);
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

    /** What keeps a definition from being played; nothing where it can. */
    public List<DefinitionProblem> problems(WizardContent content, Locale language) {
        return files.problems(content, language);
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
        Optional<WizardVersion> found = draft(wizardId);
        if (found.isEmpty()) {
            return new PublishOutcome.NothingToPublish();
        }
        WizardVersion draft = found.get();
        if (revision != null && draft.revision() != revision) {
            return new PublishOutcome.Stale(draft);
        }
        List<DefinitionProblem> problems = problems(draft.content(), language);
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

    /** What people can begin, by category and name. */
    @Transactional(readOnly = true)
    public List<Wizard> offered() {
        return store.offered();
    }

    /** All wizards, drafts, archived and built-in ones too, by category and name. */
    @Transactional(readOnly = true)
    public List<Wizard> all() {
        return store.all();
    }

    /**
     * Defined wizards in these states, newest first; the built-in one is not among them, for nobody runs it by its id.
     *
     * @param after where the page before ended; null: from the newest
     */
    @Transactional(readOnly = true)
    public List<Wizard> list(Set<WizardStatus> states, @Nullable UUID after, int limit) {
        return store.list(states, after, limit);
    }

    /** The wizard, in whatever state. */
    @Transactional(readOnly = true)
    public Optional<Wizard> find(UUID id) {
        return store.find(id);
    }

    /** One version of a wizard, in whatever state. */
    @Transactional(readOnly = true)
    public Optional<WizardVersion> version(UUID wizardId, int version) {
        return versions.version(wizardId, version);
    }

    /** The version that is being written, if there is one. */
    @Transactional(readOnly = true)
    public Optional<WizardVersion> draft(UUID wizardId) {
        return versions.draft(wizardId);
    }

    /** All versions of a wizard, newest first. */
    @Transactional(readOnly = true)
    public List<WizardVersion> versions(UUID wizardId) {
        return versions.versions(wizardId);
    }

    /** Versions of a wizard that came before one, newest first. */
    @Transactional(readOnly = true)
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
}
