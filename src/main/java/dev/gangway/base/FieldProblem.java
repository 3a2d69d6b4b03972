package dev.gangway.base;

/**
 * What is wrong with one field of what was sent.
 *
 * @param field the path of the field in the data, names joined by dots ({@code core_persona.identity.persona_name})
 * @param message what is wrong and what is allowed
 */
public record FieldProblem(String field, Message message) {

    /** A problem with the message of the given key. */
    public static FieldProblem of(String field, String key, Object... args) {
        return new FieldProblem(field, Message.of(key, args));
    }
}
