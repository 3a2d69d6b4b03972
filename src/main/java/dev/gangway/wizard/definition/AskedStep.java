package dev.gangway.wizard.definition;

import java.util.List;

/**
 * A step that is shown for the answers given so far.
 *
 * @param content what its author wrote
 * @param required whether it must be completed, the conditions counted in
 * @param fields those of its fields that are shown, in order
 */
public record AskedStep(StepContent content, boolean required, List<AskedField> fields) {

    public AskedStep {
        fields = List.copyOf(fields);
    }

    /**
     * A field that is shown.
     *
     * @param field what its author wrote
     * @param required whether it must be answered, the conditions counted in
     */
    public record AskedField(Field field, boolean required) {}
}
