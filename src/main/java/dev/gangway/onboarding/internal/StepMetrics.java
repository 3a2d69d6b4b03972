package dev.gangway.onboarding.internal;

import dev.gangway.wizard.FinishOutcome;
import dev.gangway.wizard.StepOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts and times what people do with the steps, as {@code gangway.next} by action, step and outcome. The time ends with
 * the transaction, so that the commit is in it, and what is rolled back counts as failed.
 */
@Component
public class StepMetrics {

    private static final String FAILED = "failed";

    private final MeterRegistry meters;

    StepMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Work on a step. */
    public StepOutcome step(String action, String step, Supplier<StepOutcome> work) {
        return timed(action, step, work, StepMetrics::word);
    }

    /** The end of a wizard session. */
    public FinishOutcome finish(String step, Supplier<FinishOutcome> work) {
        return timed("finish", step, work, StepMetrics::word);
    }

    /** A draft; counted as {@code gangway.drafts} by step and outcome once it is committed. */
    public boolean draft(String step, BooleanSupplier work) {
        boolean kept = work.getAsBoolean();
        afterwards(committed -> meters.counter(
                        "gangway.drafts", "step", step, "outcome", committed ? (kept ? "saved" : "not_open") : FAILED)
                .increment());
        return kept;
    }

    private <T> T timed(String action, String step, Supplier<T> work, Function<T, String> word) {
        Timer.Sample sample = Timer.start(meters);
        try {
            T outcome = work.get();
            afterwards(committed -> sample.stop(timer(action, step, committed ? word.apply(outcome) : FAILED)));
            return outcome;
        } catch (RuntimeException e) {
            sample.stop(timer(action, step, FAILED));
            throw e;
        }
    }

    private static void afterwards(Ending ending) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ending.ended(true);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                ending.ended(status == STATUS_COMMITTED);
            }
        });
    }

    private Timer timer(String action, String step, String outcome) {
        return meters.timer("gangway.next", "action", action, "step", step, "outcome", outcome);
    }

    private static String word(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Advanced done -> "advanced";
            case StepOutcome.Invalid refused -> "invalid";
            case StepOutcome.Conflict refused -> "conflict";
            case StepOutcome.NotOpen refused -> "not_open";
            case StepOutcome.Required refused -> "required";
            case StepOutcome.AlreadyCompleted refused -> "already_completed";
            case StepOutcome.Expired refused -> "expired";
            case StepOutcome.Moved refused -> "moved";
            case StepOutcome.NotCompleted refused -> "not_completed";
        };
    }

    private static String word(FinishOutcome outcome) {
        return switch (outcome) {
            case FinishOutcome.Finished done -> "finished";
            case FinishOutcome.Missing refused -> "missing_steps";
            case FinishOutcome.AlreadyCompleted refused -> "already_completed";
            case FinishOutcome.Expired refused -> "expired";
            case FinishOutcome.NotStarted refused -> "not_started";
        };
    }

    @FunctionalInterface
    private interface Ending {
        void ended(boolean committed);
    }
}
