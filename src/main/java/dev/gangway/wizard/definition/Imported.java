package dev.gangway.wizard.definition;

import java.util.List;

/** What came of reading a definition. */
public sealed interface Imported {

    /** It can be played. */
    record Read(WizardContent content) implements Imported {}

    /** It cannot; every problem, by line, at least one. */
    record Refused(List<DefinitionProblem> problems) implements Imported {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
