package dev.gangway.wizard;

import dev.gangway.base.UserId;
import dev.gangway.wizard.WizardDefinition.Finishing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One account's run through one wizard; guards its own transitions and computes its own progress.
 *
 * <p>An unchangeable value: every transition answers the wizard session as it is afterwards, to be stored by the service
 * that holds the row's lock.
 *
 * @param wizard with the steps that are asked; only these count
 * @param steps what became of each step, by key; records of steps that are hidden now are kept and do not count
 * @param version counts the writings, from 0
 * @param totalTimeSeconds completed − started, only when completed
 * @param position the open step that the person moved to; null: the furthest
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
        @Nullable Long totalTimeSeconds,
        @Nullable String position) {

    public WizardSession {
        steps = Map.copyOf(steps);
    }

    /** A run that stands at its furthest step. */
    public WizardSession(
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
        this(
                id,
                userId,
                wizard,
                name,
                status,
                progress,
                steps,
                version,
                startedAt,
                lastActivityAt,
                updatedAt,
                completedAt,
                abandonedAt,
                totalTimeSeconds,
                null);
    }

    /** A run that begins now, named after its wizard. */
    public static WizardSession start(WizardSessionId id, UserId userId, WizardDefinition wizard, Instant now) {
        return start(id, userId, wizard, wizard.name(), now);
    }

    /** A run that begins now. */
    public static WizardSession start(
            WizardSessionId id, UserId userId, WizardDefinition wizard, String name, Instant now) {
        return new WizardSession(
                id,
                userId,
                wizard,
                name,
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

    /** Where the person is: the step they moved to, or else the furthest open one; the last one when all are behind. */
    public StepDefinition currentStep() {
        if (isCompleted()) {
            return wizard.steps().getLast();
        }
        return Optional.ofNullable(position)
                .filter(this::isOpen)
                .flatMap(wizard::find)
                .orElseGet(this::furthestStep);
    }

    /** The first step that is neither completed nor skipped; the last one when all are. */
    public StepDefinition furthestStep() {
        return wizard.steps().stream()
                .filter(step -> !isBehind(step))
                .findFirst()
                .orElseGet(() -> wizard.steps().getLast());
    }

    /** The same run, asking these steps. */
    public WizardSession asking(List<StepDefinition> asked) {
        return copy(wizard.asking(asked), name, status, progress, steps, version, position);
    }

    /** Whether the step is completed with all that it must answer by now, or was passed over and still may be. */
    public boolean isBehind(StepDefinition step) {
        return record(step.key())
                .filter(record ->
                        record.state() == StepState.COMPLETED ? step.lacking().isEmpty() : !step.required())
                .isPresent();
    }

    /** Whether the step may be worked on: every earlier one is completed or skipped. */
    public boolean isOpen(String key) {
        for (StepDefinition step : wizard.steps()) {
            if (step.key().equals(key)) {
                return true;
            }
            if (!isBehind(step)) {
                return false;
            }
        }
        return false;
    }

    /** What became of a step; empty while it was never left behind. */
    public Optional<StepRecord> record(String key) {
        return Optional.ofNullable(steps.get(key));
    }

    /** Whether it is finished, so that nothing changes any more. */
    public boolean isCompleted() {
        return status == WizardSessionStatus.COMPLETED;
    }

    /** Whether its wizard came to an end before it did, so that nothing changes any more. */
    public boolean isExpired() {
        return status == WizardSessionStatus.EXPIRED;
    }

    /** The keys of the steps, in order, that must be done before finishing. */
    public List<String> missingSteps() {
        List<StepDefinition> asked = wizard.steps();
        return switch (wizard.finishing()) {
            case BY_LAST_STEP ->
                keys(asked.subList(0, asked.size() - 1).stream().filter(step -> !isBehind(step)));
            case BY_REQUIRED_ANSWERS ->
                keys(asked.stream()
                        .filter(step -> !isBehind(step) && (step.required() || steps.containsKey(step.key()))));
        };
    }

    private static List<String> keys(Stream<StepDefinition> some) {
        return some.map(StepDefinition::key).toList();
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
        return isBehind(wizard.step(key)) ? touched(now) : leave(key, StepState.SKIPPED, now);
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
        return copy(wizard, name, status, progress, left(key, StepState.COMPLETED, now), version + 1, position)
                .at(now);
    }

    /**
     * The run is finished: 100 per cent, with the time it took.
     *
     * @throws IllegalStateException when steps are missing or it is finished already
     */
    public WizardSession finish(Instant now) {
        if (isCompleted() || isExpired() || !missingSteps().isEmpty()) {
            throw new IllegalStateException("Not ready to finish: " + id);
        }
        String last = wizard.steps().getLast().key();
        Instant end = now.isBefore(startedAt) ? startedAt : now;
        return new WizardSession(
                id,
                userId,
                wizard,
                name,
                WizardSessionStatus.COMPLETED,
                Progress.FULL,
                wizard.finishing() == Finishing.BY_LAST_STEP ? left(last, StepState.COMPLETED, now) : steps,
                version + 1,
                startedAt,
                now,
                now,
                end,
                null,
                Duration.between(startedAt, end).toSeconds(),
                null);
    }

    /**
     * It is called something else.
     *
     * @throws IllegalStateException when the run is finished or expired
     */
    public WizardSession renamed(String newName, Instant now) {
        requireLive();
        WizardSession live = touched(now);
        return live.copy(wizard, newName, live.status, progress, steps, version + 1, position)
                .at(now);
    }

    /**
     * The person stands at another open step.
     *
     * @throws IllegalStateException when the step is not open or the run is finished or expired
     */
    public WizardSession movedTo(String key, Instant now) {
        requireOpen(key);
        WizardSession live = touched(now);
        return live.copy(wizard, name, live.status, progress, steps, version + 1, key)
                .at(now);
    }

    /** The same run as seen at a moment: expired once its wizard has ended, unless it was completed before. */
    public WizardSession endedBy(@Nullable Instant end, Instant now) {
        return isCompleted() || end == null || now.isBefore(end)
                ? this
                : copy(wizard, name, WizardSessionStatus.EXPIRED, progress, steps, version, position);
    }

    /**
     * An administrator put it on another version of its wizard; that is no activity of the person, and lowers no progress.
     *
     * @param other the version with what it asks for the answers that survive
     * @param kept the steps whose answers survive
     * @throws IllegalStateException when the run is finished or expired
     */
    public WizardSession onVersion(WizardDefinition other, Set<String> kept, Instant now) {
        requireLive();
        Map<String, StepRecord> surviving = new LinkedHashMap<>(steps);
        surviving.keySet().retainAll(kept);
        WizardSession moved = copy(other, name, status, progress, surviving, version + 1, null);
        return moved.copy(other, name, status, moved.reached(), surviving, version + 1, null)
                .times(lastActivityAt, now);
    }

    /** Something was done in it, which also brings an abandoned one back. */
    public WizardSession touched(Instant now) {
        WizardSessionStatus live = status == WizardSessionStatus.ABANDONED ? WizardSessionStatus.IN_PROGRESS : status;
        return copy(wizard, name, live, progress, steps, version, position).activeAt(now);
    }

    private void requireLive() {
        if (isCompleted() || isExpired()) {
            throw new IllegalStateException("Over: " + id);
        }
    }

    private void requireOpen(String key) {
        requireLive();
        if (!isOpen(key)) {
            throw new IllegalStateException("Not open: " + key);
        }
    }

    private BigDecimal reached() {
        int done = (int) wizard.steps().stream().filter(this::isBehind).count();
        return Progress.of(done, wizard.steps().size(), progress);
    }

    private WizardSession leave(String key, StepState state, Instant now) {
        WizardSession left = copy(
                        wizard,
                        name,
                        WizardSessionStatus.IN_PROGRESS,
                        progress,
                        left(key, state, now),
                        version + 1,
                        null)
                .at(now);
        return left.copy(wizard, name, left.status, left.reached(), left.steps, left.version, null);
    }

    private Map<String, StepRecord> left(String key, StepState state, Instant now) {
        Instant first = record(key).map(StepRecord::completedAt).orElse(now);
        Map<String, StepRecord> left = new LinkedHashMap<>(steps);
        left.put(key, new StepRecord(state, first, now, version + 1));
        return left;
    }

    /** Written and worked on at that moment. */
    private WizardSession at(Instant now) {
        return times(now, now);
    }

    private WizardSession activeAt(Instant activity) {
        return times(activity, updatedAt);
    }

    private WizardSession times(Instant activity, Instant updated) {
        return new WizardSession(
                id,
                userId,
                wizard,
                name,
                status,
                progress,
                steps,
                version,
                startedAt,
                activity,
                updated,
                completedAt,
                abandonedAt,
                totalTimeSeconds,
                position);
    }

    private WizardSession copy(
            WizardDefinition newWizard,
            String newName,
            WizardSessionStatus newStatus,
            BigDecimal newProgress,
            Map<String, StepRecord> newSteps,
            long newVersion,
            @Nullable String newPosition) {
        return new WizardSession(
                id,
                userId,
                newWizard,
                newName,
                newStatus,
                newProgress,
                newSteps,
                newVersion,
                startedAt,
                lastActivityAt,
                updatedAt,
                completedAt,
                newStatus == WizardSessionStatus.ABANDONED ? abandonedAt : null,
                totalTimeSeconds,
                newPosition);
    }
}
