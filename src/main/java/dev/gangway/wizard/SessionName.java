package dev.gangway.wizard;

import dev.gangway.base.FieldProblem;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.StringNode;

/** What people may call a wizard session: one text of 1 to 200 characters. */
final class SessionName {

    static final String FIELD = "session_name";

    private static final int LONGEST = 200;

    private SessionName() {}

    /** What is wrong with a name; nothing where it is blank. */
    static List<FieldProblem> problems(String name) {
        FieldReader reader = new FieldReader(new Answers(Map.of(FIELD, StringNode.valueOf(name))));
        reader.text(FIELD, LONGEST);
        if (name.strip().lines().count() > 1) {
            reader.problem(FIELD, "field.one_line");
        }
        return reader.result(() -> Answers.NONE) instanceof StepHandler.Check.Invalid(var problems)
                ? problems
                : List.of();
    }

    /** There must be a name. */
    static List<FieldProblem> missing() {
        return List.of(FieldProblem.of(FIELD, "field.required"));
    }
}
