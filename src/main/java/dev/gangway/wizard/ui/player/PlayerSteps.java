package dev.gangway.wizard.ui.player;

import dev.gangway.wizard.Progress;
import dev.gangway.wizard.StepDefinition;
import dev.gangway.wizard.StepRecord;
import dev.gangway.wizard.StepState;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.ui.ProgressStep;
import java.util.List;
import java.util.stream.IntStream;

/** A wizard session's steps as the progress list shows them: those that are asked, with what became of each. */
final class PlayerSteps {

    private PlayerSteps() {}

    /**
     * The lines of the list.
     *
     * @param here the key of the step on the page; empty where there is none
     */
    static List<ProgressStep> of(WizardSessionView view, String here) {
        WizardSession run = view.session();
        return IntStream.range(0, view.asked().size())
                .mapToObj(place -> {
                    String key = view.asked().get(place).content().key();
                    return new ProgressStep(
                            view.asked().get(place).content().title(),
                            state(run, run.wizard().step(key)),
                            key.equals(here),
                            run.isCompleted() || run.isExpired() ? "" : WizardAddresses.step(run.id(), key));
                })
                .toList();
    }

    static int percent(WizardSession run) {
        return Progress.whole(run.progress());
    }

    private static ProgressStep.State state(WizardSession run, StepDefinition step) {
        if (run.isBehind(step)) {
            return run.record(step.key()).map(StepRecord::state).orElseThrow() == StepState.SKIPPED
                    ? ProgressStep.State.SKIPPED
                    : ProgressStep.State.COMPLETED;
        }
        if (run.isCompleted()) {
            return ProgressStep.State.SKIPPED; // what may be left out, and was
        }
        return run.isOpen(step.key()) ? ProgressStep.State.OPEN : ProgressStep.State.LOCKED;
    }
}
