package dev.gangway.wizard;

import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.live.LiveChanges;
import dev.gangway.live.Topic;
import dev.gangway.wizard.Engine.Accepted;
import dev.gangway.wizard.Engine.Refused;
import dev.gangway.wizard.internal.DefinedStep;
import dev.gangway.wizard.internal.DraftStore;
import dev.gangway.wizard.internal.OwnWizardSessions;
import dev.gangway.wizard.internal.ResponseStore;
import dev.gangway.wizard.internal.Walk;
import dev.gangway.wizard.internal.Walks;
import dev.gangway.wizard.internal.WizardSessionStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.StringNode;

/**
 * Walks accounts through wizards that administrators define, as often as they like: wizard sessions by their id.
 *
 * <p>Every call is for the owner; for anyone else there is no such wizard session. Every writing locks the row first, so
 * that two writers of one wizard session follow each other and each decides on what is committed. Status, progress and what
 * is asked follow from the stored answers alone.
 */
@Service
@Transactional
public class WizardSessions {

    /** Told with the ids of accounts of which a wizard session changed, came or went. */
    public static final Topic OWNED = new Topic("own_wizard_sessions");

    private final Walks walks;
    private final Wizards wizards;
    private final WizardSessionStore store;
    private final ResponseStore responses;
    private final DraftStore drafts;
    private final OwnWizardSessions own;
    private final Engine engine;
    private final LiveChanges live;
    private final Ids ids;
    private final Clock clock;

    WizardSessions(
            Walks walks,
            Wizards wizards,
            WizardSessionStore store,
            ResponseStore responses,
            DraftStore drafts,
            OwnWizardSessions own,
            Engine engine,
            LiveChanges live,
            Ids ids,
            Clock clock) {
        this.walks = walks;
        this.wizards = wizards;
        this.store = store;
        this.responses = responses;
        this.drafts = drafts;
        this.own = own;
        this.engine = engine;
        this.live = live;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a wizard session on the wizard's newest version.
     *
     * @param name what the person calls it, at most 200 characters; blank: as the wizard
     */
    public CreateOutcome create(UserId userId, UUID wizardId, String name) {
        Optional<Wizard> found = wizards.find(wizardId).filter(wizard -> wizard.version() != null);
        if (found.isEmpty()) {
            return new CreateOutcome.NoWizard();
        }
        Wizard wizard = found.get();
        if (wizard.builtIn() || wizard.status() != WizardStatus.PUBLISHED) {
            return new CreateOutcome.NotOffered();
        }
        List<FieldProblem> problems = SessionName.problems(name);
        if (!problems.isEmpty()) {
            return new CreateOutcome.Invalid(problems);
        }
        WizardDefinition definition = walks.definition(wizardId, wizard.requireVersion());
        WizardSession session = WizardSession.start(
                new WizardSessionId(ids.next()),
                userId,
                definition,
                name.isBlank() ? wizard.name() : name.strip(),
                clock.instant());
        store.insert(session);
        return new CreateOutcome.Created(session);
    }

    /** A wizard session as it is; reading it is no activity. */
    @Transactional(readOnly = true)
    public Optional<WizardSessionView> find(UserId userId, WizardSessionId id) {
        return walks.find(userId, id).map(WizardSessions::view);
    }

    /** A wizard session to go on with; an abandoned one is brought back. */
    public Optional<WizardSessionView> open(UserId userId, WizardSessionId id) {
        Optional<Walk> found = walks.find(userId, id);
        if (found.isEmpty() || found.get().session().status() != WizardSessionStatus.ABANDONED) {
            return found.map(WizardSessions::view);
        }
        return walks.lock(userId, id)
                .map(walk -> view(stored(walk, walk.session().touched(clock.instant()))));
    }

    /**
     * One step with its stored answers, those of fields that are hidden now included, and its draft. The version is that of
     * the wizard session.
     *
     * @return empty also where the wizard has no such step
     */
    @Transactional(readOnly = true)
    public Optional<StepView> view(UserId userId, WizardSessionId id, String stepKey) {
        return walks.find(userId, id)
                .flatMap(walk -> step(walk, stepKey)
                        .map(step -> new StepView(
                                stepKey,
                                step.saved(id),
                                drafts.find(walk.session(), stepKey),
                                walk.session().version(),
                                walk.session()
                                        .record(stepKey)
                                        .map(StepRecord::savedAt)
                                        .orElse(null))));
    }

    /** Stores a step's answers and the progress; never finishes. */
    public Optional<StepOutcome> complete(UserId userId, WizardSessionId id, String stepKey, Submission submission) {
        return walks.lock(userId, id)
                .flatMap(walk -> step(walk, stepKey)
                        .map(step -> submit(
                                walk, step, submission, (run, accepted) -> engine.completed(run, step, accepted))));
    }

    /** Next: stores a step's answers and the progress; after the last step that is asked, finishes if nothing is missing. */
    public Optional<StepOutcome> next(UserId userId, WizardSessionId id, String stepKey, Submission submission) {
        return walks.lock(userId, id)
                .flatMap(walk -> step(walk, stepKey)
                        .map(step -> submit(walk, step, submission, (run, accepted) -> {
                            WizardSession after = engine.completed(run, step, accepted);
                            boolean last =
                                    after.wizard().steps().getLast().key().equals(stepKey);
                            return last && after.missingSteps().isEmpty() ? after.finish(clock.instant()) : after;
                        })));
    }

    /** Passes over an optional step. */
    public Optional<StepOutcome> skip(UserId userId, WizardSessionId id, String stepKey) {
        return walks.lock(userId, id)
                .flatMap(walk -> step(walk, stepKey)
                        .map(step -> walk.session()
                                .wizard()
                                .find(stepKey)
                                .map(asked ->
                                        engine.skip(walk.session(), asked, step.asked(walk.session(), Answers.NONE)))
                                .orElseGet(() ->
                                        engine.refusal(walk.session(), stepKey).orElseThrow())));
    }

    /** Finishes: every required step that is asked must be completed, with every required answer. */
    public Optional<FinishOutcome> finish(UserId userId, WizardSessionId id) {
        return walks.lock(userId, id).filter(walk -> !walk.builtIn()).map(walk -> engine.finish(walk.session()));
    }

    /** Renames a wizard session, or moves to a step of it that is open, or both. */
    public Optional<ChangeOutcome> change(UserId userId, WizardSessionId id, Change change) {
        return walks.lock(userId, id).map(walk -> change(walk, change));
    }

    /** Erases a wizard session with everything about it, unless it is completed. */
    public DeleteOutcome delete(UserId userId, WizardSessionId id) {
        Optional<Walk> found = walks.lock(userId, id);
        if (found.isEmpty()) {
            return DeleteOutcome.NOT_FOUND;
        }
        if (found.get().builtIn() || !store.deleteUnfinished(userId, id)) {
            return DeleteOutcome.STAYS;
        }
        // Whose it was is not in the projection any more, which tells all other changes.
        live.publish(OWNED, userId.value());
        return DeleteOutcome.DELETED;
    }

    /**
     * The account's wizard sessions, the onboarding among them, newest first.
     *
     * @param after where the page before ended; null: from the newest
     */
    @Transactional(readOnly = true)
    public List<OwnWizardSession> list(UserId userId, OwnFilter filter, @Nullable WizardSessionId after, int limit) {
        return own.list(userId, filter, after, limit, clock.instant());
    }

    /** The step's handler; none for a step that the wizard has not, nor for a wizard whose answers are kept elsewhere. */
    private Optional<DefinedStep> step(Walk walk, String stepKey) {
        return walk.builtIn()
                ? Optional.empty()
                : walk.content().step(stepKey).map(step -> new DefinedStep(walk, step, responses));
    }

    private StepOutcome submit(Walk walk, DefinedStep step, Submission submission, Transition transition) {
        WizardSession run = walk.session();
        Integer asking = submission.wizardVersion();
        if (asking != null && asking != run.wizard().version() && !run.isCompleted()) {
            return new StepOutcome.Moved();
        }
        return engine.refusal(run, step.key()).orElseGet(() -> switch (engine.decide(run, step, submission)) {
            case Refused refused -> refused.outcome();
            case Accepted accepted -> engine.write(run, transition.after(run, accepted), step, submission, accepted);
        });
    }

    private ChangeOutcome change(Walk walk, Change change) {
        WizardSession before = walk.session();
        if (walk.builtIn()) {
            return new ChangeOutcome.BuiltIn();
        }
        if (before.isCompleted()) {
            return new ChangeOutcome.AlreadyCompleted();
        }
        if (before.isExpired()) {
            return new ChangeOutcome.Expired();
        }
        String name = change.name() == null ? before.name() : change.name().strip();
        List<FieldProblem> problems = name.isEmpty() ? SessionName.missing() : SessionName.problems(name);
        if (!problems.isEmpty()) {
            return new ChangeOutcome.Invalid(problems);
        }
        boolean stale = change.version() != null && change.version() < before.version();
        if (stale && !name.equals(before.name())) {
            return new ChangeOutcome.Conflict(List.of(
                    new FieldConflict(SessionName.FIELD, StringNode.valueOf(name), StringNode.valueOf(before.name()))));
        }
        if (change.step() != null && !before.isOpen(change.step())) {
            return new ChangeOutcome.NotOpen();
        }
        WizardSession after = name.equals(before.name()) ? before : before.renamed(name, clock.instant());
        if (change.step() != null && !change.step().equals(after.currentStep().key())) {
            after = after.movedTo(change.step(), clock.instant());
        }
        return new ChangeOutcome.Changed(view(stored(walk, after)));
    }

    private Walk stored(Walk walk, WizardSession after) {
        if (!after.equals(walk.session())) {
            store.update(after);
        }
        return new Walk(after, walk.builtIn(), walk.content(), walk.stored());
    }

    private static WizardSessionView view(Walk walk) {
        return new WizardSessionView(
                walk.session(), walk.builtIn(), walk.content(), walk.asked(), walk.reported(), walk.given());
    }

    @FunctionalInterface
    private interface Transition {
        WizardSession after(WizardSession run, Accepted accepted);
    }
}
