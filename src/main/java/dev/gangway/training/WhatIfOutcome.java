package dev.gangway.training;

import dev.gangway.base.FieldProblem;
import java.util.List;

/** What would come of asking for a trainer; nothing is changed either way. */
public sealed interface WhatIfOutcome {

    /** It would be decided so. */
    record Imagined(Verdict verdict) implements WhatIfOutcome {}

    /** The booking contradicts itself. */
    record Invalid(List<FieldProblem> problems) implements WhatIfOutcome {}
}
