package dev.gangway.wizard.template;

import dev.gangway.base.FieldProblem;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FieldReader;
import dev.gangway.wizard.StepHandler.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a person says about a template that they save.
 *
 * @param name 1 to {@value #NAME} characters
 * @param description what it is good for, at most {@value #DESCRIPTION} characters; may be empty
 * @param audience who may see and use it
 */
public record NewTemplate(String name, String description, Audience audience) {

    static final int NAME = 200;
    static final int DESCRIPTION = 2_000;

    public NewTemplate {
        name = name.strip();
        description = description.strip();
    }

    /** Who may see and use a template. */
    public enum Audience {
        /** Whoever made it. */
        OWNER,
        /** Everybody who can run wizards. */
        EVERYBODY
    }

    /** What is wrong with it, beside the names of the API. */
    List<FieldProblem> problems() {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        given.put("name", StringNode.valueOf(name));
        given.put("description", StringNode.valueOf(description));
        FieldReader reader = new FieldReader(new Answers(given));
        reader.requiredText("name", NAME);
        reader.text("description", DESCRIPTION);
        return reader.result(() -> Answers.NONE) instanceof Check.Invalid(List<FieldProblem> problems)
                ? problems
                : List.of();
    }
}
