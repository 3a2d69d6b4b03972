package dev.gangway.wizard.definition;

import java.util.ArrayList;
import java.util.List;

/**
 * A field that a condition can be about, because it is asked before.
 *
 * @param ref its name in conditions
 * @param step the step it is in
 */
public record EarlierField(FieldRef ref, StepContent step, Field field) {

    /** The fields before a step or field, in order. */
    static List<EarlierField> before(WizardContent wizard, String place) {
        String[] parts = place.split("/", -1);
        int lastStep = Integer.parseInt(parts[2]);
        int lastField = parts.length > 4 ? Integer.parseInt(parts[4]) : 0;
        List<EarlierField> before = new ArrayList<>();
        for (int index = 0; index <= lastStep; index++) {
            StepContent step = wizard.steps().get(index);
            int count = index < lastStep ? step.fields().size() : lastField;
            step.fields().subList(0, count).stream()
                    .map(field -> new EarlierField(new FieldRef(step.key(), field.key()), step, field))
                    .forEach(before::add);
        }
        return before;
    }
}
