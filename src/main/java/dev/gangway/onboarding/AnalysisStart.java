package dev.gangway.onboarding;

import dev.gangway.base.FieldProblem;
import java.util.List;

/** What came of asking for a website to be read. */
public sealed interface AnalysisStart {

    /** It will be read in the background. */
    record Staged() implements AnalysisStart {}

    /** The address cannot be used. */
    record Invalid(List<FieldProblem> problems) implements AnalysisStart {}

    /** No address is stored that could be read. */
    record NoAddress() implements AnalysisStart {}

    /** The website step is not open yet. */
    record NotOpen() implements AnalysisStart {}
}
