package dev.gangway.wizard.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of one version whose answers another version takes too.
 *
 * <p>Step and key have to be the same, and the answers of the old type have to be answers of the new one as they are stored.
 * Choices survive as far as everything that was chosen can still be chosen. Narrower bounds and patterns drop nothing: the
 * answer was right when it was given, and is checked again when its step is submitted again.
 *
 * @param step its step
 * @param field its key
 * @param options what can be chosen; null where it is not a choice
 */
public record SurvivingField(
        String step, String field, @Nullable List<String> options) {

    private static final Set<FieldType> WORDS =
            Set.of(FieldType.SHORT_TEXT, FieldType.EMAIL, FieldType.URL, FieldType.COLOR, FieldType.LONG_TEXT);
    private static final Set<FieldType> ONE_LINE =
            Set.of(FieldType.SHORT_TEXT, FieldType.EMAIL, FieldType.URL, FieldType.COLOR);

    /** The fields of a version whose answers another one takes. */
    public static List<SurvivingField> between(WizardContent from, WizardContent to) {
        List<SurvivingField> surviving = new ArrayList<>();
        for (StepContent step : from.steps()) {
            for (Field old : step.fields()) {
                find(to, step.key(), old.key())
                        .filter(now -> takes(now.type(), old.type()))
                        .ifPresent(now -> surviving.add(new SurvivingField(
                                step.key(), old.key(), now.type().isChoice() ? now.choices() : null)));
            }
        }
        return surviving;
    }

    /** The field of that step and key, if there is one. */
    public static Optional<Field> find(WizardContent content, String step, String field) {
        return content.step(step).flatMap(one -> one.field(field));
    }

    /** Whether every answer of a type is an answer of another as it stands. */
    public static boolean takes(FieldType now, FieldType old) {
        return now == old
                || switch (now) {
                    case SHORT_TEXT -> ONE_LINE.contains(old);
                    case LONG_TEXT -> WORDS.contains(old);
                    case NUMBER -> old.isNumeric();
                    default -> false;
                };
    }
}
