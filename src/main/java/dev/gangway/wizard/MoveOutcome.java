package dev.gangway.wizard;

/** What came of asking for a move of running wizard sessions; expected refusals are data, not exceptions. */
public sealed interface MoveOutcome {

    /** What it would do. */
    record Previewed(MovePreview preview) implements MoveOutcome {}

    /** It began, and goes on in the background. */
    record Started(WizardMove move) implements MoveOutcome {}

    /** Another one of the wizard is under way. */
    record AtWork(WizardMove move) implements MoveOutcome {}

    /** No wizard session runs on another version. */
    record Nothing() implements MoveOutcome {}

    /** Another version is published than the one that was asked for. */
    record Stale(int published) implements MoveOutcome {}

    /** Nothing is published that could be moved to. */
    record NotPublished() implements MoveOutcome {}

    /** The wizard comes with the application and has one version. */
    record BuiltIn() implements MoveOutcome {}

    /** There is no such wizard. */
    record NotFound() implements MoveOutcome {}
}
