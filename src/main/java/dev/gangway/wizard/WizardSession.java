package dev.gangway.wizard;

import dev.gangway.base.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One account's run through one wizard; guards its own transitions and computes its own progress.
 *
 * <p>An unchangeable value: every transition answers the wizard session as it is afterwards, to be stored by the service
 * that holds the row's lock.
 *
 * @param steps what became of each step that is behind it, by key
 * @param version counts the writings, from 0
 * @param totalTimeSeconds completed − started, only when completed
 */
public record WizardSession(
        WizardSessionId id,
        UserId userId,
        WizardDefinition wizard,
        String name,
        WizardSessionStatus status,
        BigDecimal progress,
        Map<String, StepRecord> steps,
        long version,
        Instant startedAt,
        Instant lastActivityAt,
        Instant updatedAt,
        @Nullable Instant completedAt,
        @Nullable Instant abandonedAt,
        @Nullable Long totalTimeSeconds) {

    public WizardSession {
        steps = Map.copyOf(steps);
    }

    /** A run that begins now. */
    public static WizardSession start(WizardSessionId id, UserId userId, WizardDefinition wizard, Instant now) {
        return new WizardSession(
                id,
                userId,
                wizard,
                wizard.name(),
                WizardSessionStatus.IN_PROGRESS,
                Progress.NONE,
                Map.of(),
                0,
                now,
                now,
                now,
                null,
                null,
                null);
    }

    /** The first step that is neither completed nor skipped; the last one when all are. */
    public StepDefinition currentStep() {
        return wizard.steps().stream()
                .filter(step -> !steps.containsKey(step.key()))
                .findFirst()
                .orElseGet(() -> wizard.steps().getLast());
    }

    /** Whether the step may be worked on: every earlier one is completed or skipped. */
    public boolean isOpen(String key) {
        for (StepDefinition step : wizard.steps()) {
            if (step.key().equals(key)) {
                return true;
            }
            if (!steps.containsKey(step.key())) {
                return false;
            }
        }
        return false;
    }

    /** What became of a step; empty while it is not behind. */
    public Optional<StepRecord> record(String key) {
        return Optional.ofNullable(steps.get(key));
    }

    /** Whether it is finished, so that nothing changes any more. */
    public boolean isCompleted() {
        return status == WizardSessionStatus.COMPLETED;
    }

    /** The keys of the steps, in order, that must be done before finishing: all but the last that are not behind. */
    public List<String> missingSteps() {
        return wizard.steps().subList(0, wizard.steps().size() - 1).stream()
                .map(StepDefinition::key)
                .filter(key -> !steps.containsKey(key))
                .toList();
    }

    /**
     * The step's answers were submitted.
     *
     * @throws IllegalStateException when the step is not open or the run is finished
     */
    public WizardSession complete(String key, Instant now) {
        requireOpen(key);
        return leave(key, StepState.COMPLETED, now);
    }

    /**
     * The step was passed over; one that was completed keeps its answers and stays completed.
     *
     * @throws IllegalStateException when the step is required or not open, or the run is finished
     */
    public WizardSession skip(String key, Instant now) {
        requireOpen(key);
        if (wizard.step(key).required()) {
            throw new IllegalStateException("A required step cannot be skipped: " + key);
        }
        return steps.containsKey(key) ? touched(now) : leave(key, StepState.SKIPPED, now);
    }

    /**
     * The answers of a step were edited after the run was finished; nothing but the step's own record changes.
     *
     * @throws IllegalStateException when the run is not finished
     */
    public WizardSession revise(String key, Instant now) {
        if (!isCompleted()) {
            throw new IllegalStateException("Not completed: " + id);
        }
        return with(status, progress, left(key, StepState.COMPLETED, now), version + 1, now);
    }

    /**
     * The run is finished: 100 per cent, with the time it took.
     *
     * @throws IllegalStateException when steps are missing or it is finished already
     */
    public WizardSession finish(Instant now) {
        if (isCompleted() || !missingSteps().isEmpty()) {
            throw new IllegalStateException("Not ready to finish: " + id);
        }
        Instant end = now.isBefore(startedAt) ? startedAt : now;
        return new WizardSession(
                id,
                userId,
                wizard,
                name,
                WizardSessionStatus.COMPLETED,
                Progress.FULL,
                left(wizard.steps().getLast().key(), StepState.COMPLETED, now),
                version + 1,
                startedAt,
                now,
                now,
                end,
                null,
                Duration.between(startedAt, end).toSeconds());
    }

    /** Something was done in it, which also brings an abandoned one back. */
    public WizardSession touched(Instant now) {
        WizardSessionStatus live = status == WizardSessionStatus.ABANDONED ? WizardSessionStatus.IN_PROGRESS : status;
        return with(live, progress, steps, version, now);
    }

    private void requireOpen(String key) {
        if (isCompleted() || !isOpen(key)) {
            throw new IllegalStateException("Not open: " + key);
        }
    }

    private WizardSession leave(String key, StepState state, Instant now) {
        Map<String, StepRecord> left = left(key, state, now);
        BigDecimal reached = Progress.of(left.size(), wizard.steps().size(), progress);
        return touched(now).with(WizardSessionStatus.IN_PROGRESS, reached, left, version + 1, now);
    }

    private Map<String, StepRecord> left(String key, StepState state, Instant now) {
        Instant first = record(key).map(StepRecord::completedAt).orElse(now);
        Map<String, StepRecord> left = new LinkedHashMap<>(steps);
        left.put(key, new StepRecord(state, first, now, version + 1));
        return left;
    }

    private WizardSession with(
            WizardSessionStatus newStatus,
            BigDecimal newProgress,
            Map<String, StepRecord> newSteps,
            long newVersion,
            Instant now) {
        return new WizardSession(
                id,
                userId,
                wizard,
                name,
                newStatus,
                newProgress,
                newSteps,
                newVersion,
                startedAt,
                now,
                newVersion == version ? updatedAt : now,
                completedAt,
                newStatus == WizardSessionStatus.ABANDONED ? abandonedAt : null,
                totalTimeSeconds);
    }
}
