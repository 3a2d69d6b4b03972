package dev.gangway.training;

import dev.gangway.base.FieldProblem;
import java.util.List;

/** What came of writing a piece of master data. */
public sealed interface MasterOutcome<T> {

    /** Written. */
    record Saved<T>(Versioned<T> saved, boolean isNew) implements MasterOutcome<T> {}

    /** Not written: something that it names is not there. */
    record Invalid<T>(List<FieldProblem> problems) implements MasterOutcome<T> {}

    /** Not written: changed elsewhere since the version that was read. */
    record Stale<T>(Versioned<T> theirs) implements MasterOutcome<T> {}
}
