package dev.gangway.wizard.template;

import dev.gangway.base.FieldProblem;
import java.util.List;

/** What came of saving a wizard session as a template. */
public sealed interface TemplateSaved {

    /** It is there. */
    record Saved(SessionTemplate template) implements TemplateSaved {}

    /** Name or description cannot be taken. */
    record Invalid(List<FieldProblem> problems) implements TemplateSaved {}

    /** The wizard session is not completed. */
    record NotCompleted() implements TemplateSaved {}

    /** The onboarding, whose answers are nobody else's business, is no template. */
    record BuiltIn() implements TemplateSaved {}

    /** There is no such wizard session of this account. */
    record NotFound() implements TemplateSaved {}
}
