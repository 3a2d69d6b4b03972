package dev.gangway.wizard.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is different in a version of a wizard from another one.
 *
 * @param step what the step is called; empty where it is about the wizard as a whole
 * @param field what the field is called; empty where it is about the step
 */
public record DefinitionChange(Kind kind, String step, String field) {

    /** What was done. */
    public enum Kind {
        /** Name, description, category or minutes are others. */
        WIZARD_CHANGED,
        /** A step is new. */
        STEP_ADDED,
        /** A step is gone, with its fields. */
        STEP_REMOVED,
        /** A step says something else, or is asked at other times. */
        STEP_CHANGED,
        /** Steps come in another order. */
        STEPS_REORDERED,
        /** A field is new. */
        FIELD_ADDED,
        /** A field is gone. */
        FIELD_REMOVED,
        /** A field asks for another type of answer. */
        FIELD_RETYPED,
        /** A field says something else, or has other bounds, options or conditions. */
        FIELD_CHANGED;

        /** The last part of its words in the language files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Everything that is different, in the order of the later version; what is gone comes after it. */
    public static List<DefinitionChange> between(WizardContent before, WizardContent after) {
        List<DefinitionChange> changes = new ArrayList<>();
        if (!isSame(before, after)) {
            changes.add(new DefinitionChange(Kind.WIZARD_CHANGED, "", ""));
        }
        for (StepContent step : after.steps()) {
            Optional<StepContent> old = before.step(step.key());
            if (old.isEmpty()) {
                changes.add(new DefinitionChange(Kind.STEP_ADDED, step.title(), ""));
            } else {
                compare(old.get(), step, changes);
            }
        }
        before.steps().stream()
                .filter(step -> after.step(step.key()).isEmpty())
                .forEach(step -> changes.add(new DefinitionChange(Kind.STEP_REMOVED, step.title(), "")));
        if (!common(before, after).equals(common(after, before))) {
            changes.add(new DefinitionChange(Kind.STEPS_REORDERED, "", ""));
        }
        return changes;
    }

    private static boolean isSame(WizardContent before, WizardContent after) {
        return before.name().equals(after.name())
                && before.description().equals(after.description())
                && before.category().equals(after.category())
                && Objects.equals(before.estimatedMinutes(), after.estimatedMinutes());
    }

    private static List<String> common(WizardContent of, WizardContent with) {
        return of.steps().stream()
                .map(StepContent::key)
                .filter(key -> with.step(key).isPresent())
                .toList();
    }

    private static void compare(StepContent before, StepContent after, List<DefinitionChange> changes) {
        if (!withoutFields(before).equals(withoutFields(after))
                || !commonFields(before, after).equals(commonFields(after, before))) {
            changes.add(new DefinitionChange(Kind.STEP_CHANGED, after.title(), ""));
        }
        for (Field field : after.fields()) {
            before.field(field.key())
                    .map(old -> old.equals(field)
                            ? Optional.<Kind>empty()
                            : Optional.of(old.type() == field.type() ? Kind.FIELD_CHANGED : Kind.FIELD_RETYPED))
                    .orElse(Optional.of(Kind.FIELD_ADDED))
                    .ifPresent(kind -> changes.add(new DefinitionChange(kind, after.title(), field.label())));
        }
        before.fields().stream()
                .filter(field -> after.field(field.key()).isEmpty())
                .forEach(field -> changes.add(new DefinitionChange(Kind.FIELD_REMOVED, after.title(), field.label())));
    }

    private static StepContent withoutFields(StepContent step) {
        return new StepContent(
                step.key(), step.title(), step.help(), step.required(), step.showIf(), step.requireIf(), List.of());
    }

    private static List<String> commonFields(StepContent of, StepContent with) {
        return of.fields().stream()
                .map(Field::key)
                .filter(key -> with.field(key).isPresent())
                .toList();
    }
}
