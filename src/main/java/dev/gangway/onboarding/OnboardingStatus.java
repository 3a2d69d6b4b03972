package dev.gangway.onboarding;

import dev.gangway.base.UserId;
import dev.gangway.wizard.StepRecord;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an account is with its onboarding.
 *
 * @param sessionId the wizard session; null before the start
 * @param status {@code not_started}, {@code in_progress}, {@code completed} or {@code abandoned}
 * @param currentStep the key of the furthest open step
 * @param progressPercentage two decimals
 * @param firstKblockId the knowledge block of the first declaration; null before it
 * @param canResume whether it was started and is not completed
 * @param canFinish whether only Finish is missing
 */
public record OnboardingStatus(
        @Nullable UUID sessionId,
        UserId userId,
        String status,
        boolean completed,
        String currentStep,
        int currentStepNumber,
        BigDecimal progressPercentage,
        @Nullable UUID firstKblockId,
        @Nullable Instant startedAt,
        @Nullable Instant updatedAt,
        @Nullable Instant completedAt,
        boolean canResume,
        boolean canFinish,
        List<Step> steps) {

    /** The status of an account that has not begun. */
    public static final String NOT_STARTED = "not_started";

    /**
     * One step in the list of all.
     *
     * @param status one of completed, skipped, current (open, not done) and locked
     */
    public record Step(
            int number,
            String name,
            String title,
            boolean required,
            String status,
            @Nullable Instant completedAt) {}

    static OnboardingStatus notStarted(UserId userId, Titles titles) {
        WizardSession imagined =
                WizardSession.start(new WizardSessionId(new UUID(0, 0)), userId, OnboardingStep.WIZARD, Instant.EPOCH);
        return new OnboardingStatus(
                null,
                userId,
                NOT_STARTED,
                false,
                OnboardingStep.API_KEYS.key(),
                OnboardingStep.API_KEYS.number(),
                imagined.progress(),
                null,
                null,
                null,
                null,
                false,
                false,
                steps(imagined, titles));
    }

    static OnboardingStatus of(WizardSession run, @Nullable UUID firstKblockId, Titles titles) {
        OnboardingStep current = OnboardingStep.of(run.currentStep().key()).orElseThrow();
        return new OnboardingStatus(
                run.id().value(),
                run.userId(),
                run.status().word(),
                run.isCompleted(),
                current.key(),
                current.number(),
                run.progress(),
                firstKblockId,
                run.startedAt(),
                run.updatedAt(),
                run.completedAt(),
                !run.isCompleted(),
                !run.isCompleted() && run.missingSteps().isEmpty(),
                steps(run, titles));
    }

    private static List<Step> steps(WizardSession run, Titles titles) {
        return Arrays.stream(OnboardingStep.values())
                .map(step -> {
                    Optional<StepRecord> record = run.record(step.key());
                    return new Step(
                            step.number(),
                            step.key(),
                            titles.of(step),
                            step.required(),
                            record.map(done -> done.state().word())
                                    .orElseGet(() -> run.isOpen(step.key()) ? "current" : "locked"),
                            record.map(StepRecord::completedAt).orElse(null));
                })
                .toList();
    }

    /** Words the headings of steps. */
    interface Titles {
        String of(OnboardingStep step);
    }
}
