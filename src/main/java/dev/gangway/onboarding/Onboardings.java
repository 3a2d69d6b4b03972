package dev.gangway.onboarding;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import dev.gangway.base.UserId;
import dev.gangway.live.Topic;
import dev.gangway.onboarding.internal.KBlockStore;
import dev.gangway.onboarding.internal.OnboardingSteps;
import dev.gangway.onboarding.internal.StepMetrics;
import dev.gangway.onboarding.internal.SummaryStore;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.BuiltInSessions;
import dev.gangway.wizard.Drafts;
import dev.gangway.wizard.FinishOutcome;
import dev.gangway.wizard.Started;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.WizardSession;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Walks accounts through their onboarding; the one service behind its pages, its API and its commands. */
@Service
@Transactional
public class Onboardings {

    /** What is told when what is true about an onboarding changes; ids are those of accounts. */
    public static final Topic CHANGED = new Topic("onboarding");

    private final BuiltInSessions sessions;
    private final Drafts drafts;
    private final OnboardingSteps steps;
    private final KBlockStore kblocks;
    private final SummaryStore summaries;
    private final ApplicationEventPublisher events;
    private final StepMetrics metrics;
    private final AuditTrail trail;
    private final Texts texts;

    Onboardings(
            BuiltInSessions sessions,
            Drafts drafts,
            OnboardingSteps steps,
            KBlockStore kblocks,
            SummaryStore summaries,
            ApplicationEventPublisher events,
            StepMetrics metrics,
            AuditTrail trail,
            Texts texts) {
        this.sessions = sessions;
        this.drafts = drafts;
        this.steps = steps;
        this.kblocks = kblocks;
        this.summaries = summaries;
        this.events = events;
        this.metrics = metrics;
        this.trail = trail;
        this.texts = texts;
    }

    /** Starts the account's onboarding, or takes up the one it has, wiping nothing. */
    public Started start(UserId userId) {
        Started started = sessions.start(userId, OnboardingStep.WIZARD);
        if (!started.resumed()) {
            events.publishEvent(new OnboardingChanged(userId));
        }
        return started;
    }

    /**
     * Starts it for somebody else, which the audit trail tells. One that exists stays as it is: an abandoned one is brought back
     * by its owner only.
     */
    public Started startFor(UserId userId, UserId admin) {
        Optional<WizardSession> found = sessions.find(userId, OnboardingStep.WIZARD);
        if (found.isPresent()) {
            return new Started(found.get(), found.get(), true);
        }
        Started started = start(userId);
        if (!started.resumed()) {
            trail.record(AuditEvent.by(admin, "onboarding.started").about(userId));
        }
        return started;
    }

    /** How far the account is. */
    @Transactional(readOnly = true)
    public OnboardingStatus status(UserId userId) {
        return sessions.find(userId, OnboardingStep.WIZARD)
                .map(this::status)
                .orElseGet(() -> OnboardingStatus.notStarted(userId, this::title));
    }

    /** Whether the account has completed it. */
    @Transactional(readOnly = true)
    public boolean isCompleted(UserId userId) {
        return sessions.find(userId, OnboardingStep.WIZARD)
                .filter(WizardSession::isCompleted)
                .isPresent();
    }

    /** How far a wizard session is that was read or written just now. */
    @Transactional(readOnly = true)
    public OnboardingStatus status(WizardSession run) {
        return OnboardingStatus.of(run, firstKblock(run), this::title);
    }

    /**
     * One step with its stored answers and its draft.
     *
     * @throws IllegalArgumentException for the summary, which has no answers of its own
     */
    @Transactional(readOnly = true)
    public StepView step(UserId userId, OnboardingStep step) {
        return sessions.view(userId, OnboardingStep.WIZARD, steps.handler(step));
    }

    /** Next: stores a step's answers and the progress, and starts the onboarding where it was not. */
    public StepOutcome complete(UserId userId, OnboardingStep step, Submission submission) {
        return told(metrics.step(
                "next",
                step.key(),
                () -> sessions.complete(userId, OnboardingStep.WIZARD, steps.handler(step), submission)));
    }

    /** Stores edited answers after completion; the completion stays as it is. */
    public StepOutcome revise(UserId userId, OnboardingStep step, Submission submission) {
        return metrics.step(
                "revise",
                step.key(),
                () -> sessions.revise(userId, OnboardingStep.WIZARD, steps.handler(step), submission));
    }

    /** Passes over an optional step. */
    public StepOutcome skip(UserId userId, OnboardingStep step) {
        return told(metrics.step("skip", step.key(), () -> sessions.skip(userId, OnboardingStep.WIZARD, step.key())));
    }

    /**
     * Adds what is typed in some fields to the step's draft.
     *
     * @return false where the step is not open
     */
    public boolean keepDraft(UserId userId, OnboardingStep step, Answers typed) {
        return metrics.draft(step.key(), () -> drafts.keep(userId, OnboardingStep.WIZARD, steps.handler(step), typed));
    }

    /**
     * Puts what is typed in place of the step's draft.
     *
     * @return false where the step is not open
     */
    public boolean replaceDraft(UserId userId, OnboardingStep step, Answers typed) {
        return metrics.draft(
                step.key(), () -> drafts.replace(userId, OnboardingStep.WIZARD, steps.handler(step), typed));
    }

    /** Everything that step 6 shows, in one statement; empty before the start. */
    @Transactional(readOnly = true)
    public Optional<OnboardingSummary> summary(UserId userId) {
        return summaries.find(userId);
    }

    /** Completes the onboarding, once. */
    public FinishOutcome finish(UserId userId) {
        FinishOutcome outcome =
                metrics.finish(OnboardingStep.SUMMARY.key(), () -> sessions.finish(userId, OnboardingStep.WIZARD));
        if (outcome instanceof FinishOutcome.Finished) {
            events.publishEvent(new OnboardingChanged(userId));
        }
        return outcome;
    }

    /**
     * Erases everything of the account's onboarding.
     *
     * @return whether there was anything
     */
    public boolean erase(UserId userId) {
        boolean erased = sessions.erase(userId, OnboardingStep.WIZARD);
        if (erased) {
            events.publishEvent(new OnboardingChanged(userId));
        }
        return erased;
    }

    private StepOutcome told(StepOutcome outcome) {
        // Saving an earlier step again leaves the copies as they are: no statement is spent on them.
        if (outcome instanceof StepOutcome.Advanced(WizardSession before, WizardSession after)
                && !before.currentStep().equals(after.currentStep())) {
            events.publishEvent(new OnboardingChanged(after.userId()));
        }
        return outcome;
    }

    private @Nullable UUID firstKblock(WizardSession run) {
        boolean declared = run.record(OnboardingStep.FIRST_DECLARATION.key()).isPresent();
        return declared ? kblocks.find(run.id()).map(KBlock::id).orElse(null) : null;
    }

    private String title(OnboardingStep step) {
        return texts.of(Message.of(step.titleKey()));
    }

    /** The knowledge block of the account's first declaration, if it was made. */
    @Transactional(readOnly = true)
    public Optional<KBlock> firstKblock(UserId userId) {
        return sessions.find(userId, OnboardingStep.WIZARD).flatMap(run -> kblocks.find(run.id()));
    }
}
