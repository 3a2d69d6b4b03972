package dev.gangway.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gangway.base.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WizardSessionTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final WizardDefinition WIZARD = new WizardDefinition(
            new UUID(0, 1),
            1,
            "Laptop configuration",
            List.of(
                    new StepDefinition("model", true),
                    new StepDefinition("extras", false),
                    new StepDefinition("review", true)));

    private final WizardSession started =
            WizardSession.start(new WizardSessionId(new UUID(0, 2)), new UserId("ada"), WIZARD, START);

    @Test
    void aStepOpensWhenEveryEarlierOneIsCompletedOrSkipped() {
        assertThat(started.isOpen("model")).isTrue();
        assertThat(started.isOpen("extras")).isFalse();

        WizardSession second = started.complete("model", START);
        assertThat(second.isOpen("extras")).isTrue();
        assertThat(second.isOpen("review")).isFalse();
        assertThat(second.skip("extras", START).isOpen("review")).isTrue();
        assertThat(second.isOpen("model")).as("an earlier step can be reopened").isTrue();
        assertThat(second.isOpen("unheard of")).isFalse();
    }

    @Test
    void aStepThatIsNotOpenCannotBeCompletedOrSkipped() {
        assertThatIllegalStateException().isThrownBy(() -> started.complete("review", START));
        assertThatIllegalStateException().isThrownBy(() -> started.skip("extras", START));
    }

    @Test
    void aRequiredStepCannotBeSkipped() {
        assertThatIllegalStateException().isThrownBy(() -> started.skip("model", START));
    }

    @Test
    void savingAnEarlierStepAgainLowersNothingAndKeepsWhenItWasCompleted() {
        WizardSession further = started.complete("model", START).complete("extras", START);
        WizardSession again = further.complete("model", START.plusSeconds(60));

        assertThat(again.progress()).isEqualTo(further.progress());
        assertThat(again.currentStep().key()).isEqualTo("review");
        assertThat(again.record("model").orElseThrow().completedAt()).isEqualTo(START);
        assertThat(again.record("model").orElseThrow().savedAt()).isEqualTo(START.plusSeconds(60));
        assertThat(again.version()).isEqualTo(further.version() + 1);
    }

    @Test
    void skippingACompletedStepKeepsItsAnswers() {
        WizardSession further = started.complete("model", START).complete("extras", START);

        assertThat(further.skip("extras", START).record("extras").orElseThrow().state())
                .isEqualTo(StepState.COMPLETED);
    }

    @Test
    void onlyFinishingGivesAHundredPerCentAndTheTimeItTook() {
        WizardSession ready = started.complete("model", START).skip("extras", START);
        WizardSession saved = ready.complete("review", START);
        assertThat(saved.progress()).isLessThan(Progress.FULL);

        WizardSession finished = ready.finish(START.plusSeconds(90));
        assertThat(finished.progress()).isEqualTo(Progress.FULL);
        assertThat(finished.completedAt()).isEqualTo(START.plusSeconds(90));
        assertThat(finished.totalTimeSeconds()).isEqualTo(90);
    }

    @Test
    void finishingNamesWhatIsMissingAndWorksOnce() {
        assertThat(started.missingSteps()).containsExactly("model", "extras");
        assertThatIllegalStateException().isThrownBy(() -> started.finish(START));

        WizardSession finished =
                started.complete("model", START).skip("extras", START).finish(START);
        assertThatIllegalStateException().isThrownBy(() -> finished.finish(START));
        assertThatIllegalStateException().isThrownBy(() -> finished.complete("model", START));
    }

    @Test
    void aClockThatJumpsBackGivesNoNegativeDuration() {
        WizardSession finished =
                started.complete("model", START).skip("extras", START).finish(START.minusSeconds(3600));

        assertThat(finished.totalTimeSeconds()).isZero();
    }

    @Test
    void anAbandonedRunIsBroughtBackByBeingWorkedOn() {
        WizardSession abandoned = new WizardSession(
                started.id(),
                started.userId(),
                WIZARD,
                started.name(),
                WizardSessionStatus.ABANDONED,
                started.progress(),
                Map.of(),
                0,
                START,
                START,
                START,
                null,
                START,
                null);

        assertThat(abandoned.touched(START).status()).isEqualTo(WizardSessionStatus.IN_PROGRESS);
        assertThat(abandoned.complete("model", START).abandonedAt()).isNull();
    }

    @Test
    void revisingAFinishedRunChangesNothingButTheStep() {
        WizardSession finished =
                started.complete("model", START).skip("extras", START).finish(START);
        WizardSession revised = finished.revise("extras", START.plusSeconds(5));

        assertThat(revised.record("extras").orElseThrow().state()).isEqualTo(StepState.COMPLETED);
        assertThat(revised.completedAt()).isEqualTo(START);
        assertThat(revised.progress()).isEqualTo(Progress.FULL);
        assertThatIllegalStateException().isThrownBy(() -> started.revise("model", START));
    }

    @Test
    void twoStepsOfTheSameKeyAreNoWizard() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WizardDefinition(
                        new UUID(0, 1),
                        1,
                        "Twice",
                        List.of(new StepDefinition("a", true), new StepDefinition("a", true))));
    }
}
