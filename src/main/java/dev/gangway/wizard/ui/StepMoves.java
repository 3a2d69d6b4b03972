package dev.gangway.wizard.ui;

import dev.gangway.wizard.StepOutcome;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The ways off a step.
 *
 * @param back to the step before, where there is one
 * @param skip past the step, where it may be skipped; what goes wrong is said in the line
 * @param submit the words of the button that leads on
 * @param busy what that button says meanwhile
 * @param onward after the step was stored
 */
public record StepMoves(
        Optional<Runnable> back,
        Optional<Consumer<StatusLine>> skip,
        String submit,
        String busy,
        Consumer<StepOutcome.Advanced> onward) {}
