package dev.gangway.onboarding.imports;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.Texts;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.internal.OnboardingSteps;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepHandler;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one step of a predecessor's file; its answers are checked as the API checks them. */
@Component
class StepParser {

    private final OnboardingSteps steps;
    private final Texts texts;

    StepParser(OnboardingSteps steps, Texts texts) {
        this.steps = steps;
        this.texts = texts;
    }

    /**
     * What became of a step; null while it is pending.
     *
     * @param started when the onboarding was started, the time of a step that has none of its own
     * @throws BadFile when its status is unknown or not possible, or its answers are invalid
     */
    ProgressFile.@Nullable Left parse(OnboardingStep step, ObjectNode entry, Times times, @Nullable Instant started)
            throws BadFile {
        return switch (text(entry.get("status"))) {
            case "pending" -> null;
            case "skipped" -> skipped(step, entry, times, started);
            case "completed" -> completed(step, entry, times, started);
            default -> throw new BadFile("step " + step.number() + ": status must be completed, skipped or pending");
        };
    }

    private static ProgressFile.Left skipped(
            OnboardingStep step, ObjectNode entry, Times times, @Nullable Instant started) throws BadFile {
        if (step.required()) {
            throw new BadFile("step " + step.number() + " is required and cannot be skipped");
        }
        return new ProgressFile.Skipped(time(step, entry, times, started));
    }

    private ProgressFile.Left completed(OnboardingStep step, ObjectNode entry, Times times, @Nullable Instant started)
            throws BadFile {
        Instant at = time(step, entry, times, started);
        return new ProgressFile.Completed(
                at, step == OnboardingStep.SUMMARY ? Answers.NONE : answers(step, entry.get("data")));
    }

    private static String text(@Nullable JsonNode value) {
        return value != null && value.isString() ? value.stringValue() : "";
    }

    private static Instant time(OnboardingStep step, ObjectNode entry, Times times, @Nullable Instant started)
            throws BadFile {
        String name = "step " + step.number();
        Instant at = times.read(name + ": completed_at", entry.get("completed_at"));
        if (at != null) {
            return at;
        }
        if (started != null) {
            return started;
        }
        throw new BadFile(name + ": completed_at is missing");
    }

    private Answers answers(OnboardingStep step, @Nullable JsonNode data) throws BadFile {
        if (!(data instanceof ObjectNode object)) {
            throw new BadFile("step " + step.number() + ": data is missing or not an object");
        }
        StepHandler handler = steps.handler(step);
        Answers sent = Answers.of(object).where(field -> !handler.isReadOnly(field));
        return switch (handler.check(handler.initial().with(sent), handler.initial())) {
            case StepHandler.Check.Valid(var answers) -> answers;
            case StepHandler.Check.Invalid(var problems) ->
                throw new BadFile("step " + step.number() + ": " + worded(step, problems));
        };
    }

    private String worded(OnboardingStep step, List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> field(step, problem.field()) + ": " + texts.of(problem.message(), Locale.ENGLISH))
                .collect(Collectors.joining("; "));
    }

    /** Where a key was put in place of its provider's name, it must not be shown either. */
    private static String field(OnboardingStep step, String field) {
        boolean known = step != OnboardingStep.API_KEYS
                || field.equals("keys")
                || dev.gangway.onboarding.Provider.of(field.replaceFirst("^keys\\.", ""))
                        .isPresent();
        return known ? field : "a field of keys";
    }
}
