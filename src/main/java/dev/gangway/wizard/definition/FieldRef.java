package dev.gangway.wizard.definition;

/**
 * Names a field anywhere in its wizard: {@code basics.model}.
 *
 * @param step the step's key
 * @param field the field's key in it
 */
public record FieldRef(String step, String field) {

    /**
     * The field that the words name.
     *
     * @throws IllegalArgumentException when they are not two keys joined by a dot
     */
    static FieldRef of(String words) {
        int dot = words.indexOf('.');
        if (dot < 1 || dot == words.length() - 1 || words.indexOf('.', dot + 1) >= 0) {
            throw new IllegalArgumentException("Not step.field: " + words);
        }
        return new FieldRef(words.substring(0, dot), words.substring(dot + 1));
    }

    @Override
    public String toString() {
        return step + "." + field;
    }
}
