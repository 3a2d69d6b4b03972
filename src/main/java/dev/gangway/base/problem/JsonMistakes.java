package dev.gangway.base.problem;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in plain words which field of a JSON body could not be read, without the parser's own text. */
public final class JsonMistakes {

    private JsonMistakes() {}

    /**
     * The field that could not be read and why.
     *
     * @return empty when the text is not JSON at all, or not an object where one is needed: a malformed request
     */
    public static List<FieldProblem> of(JacksonException mistake) {
        String field = path(mistake);
        if (field.isEmpty() || !(mistake instanceof DatabindException)) {
            return List.of();
        }
        return List.of(new FieldProblem(field, why(mistake)));
    }

    private static Message why(JacksonException mistake) {
        if (mistake instanceof UnrecognizedPropertyException) {
            return Message.of("problem.field.unknown");
        }
        if (mistake instanceof MismatchedInputException mismatch) {
            Class<?> expected = mismatch.getTargetType();
            if (expected != null && expected.isEnum() && mistake instanceof InvalidFormatException) {
                return Message.of("problem.field.one_of", choices(expected));
            }
            return Message.of("problem.field." + form(expected));
        }
        return Message.of("problem.field.unreadable");
    }

    private static String choices(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String form(@Nullable Class<?> expected) {
        if (expected == null) {
            return "unreadable";
        } else if (expected == String.class) {
            return "text";
        } else if (expected == Boolean.class || expected == boolean.class) {
            return "boolean";
        } else if (Number.class.isAssignableFrom(expected) || expected.isPrimitive()) {
            return "number";
        } else if (expected == Instant.class) {
            return "moment";
        } else if (expected == ObjectNode.class) {
            return "object";
        } else if (Collection.class.isAssignableFrom(expected) || expected == ArrayNode.class || expected.isArray()) {
            return "list";
        }
        return "unreadable";
    }

    private static String path(JacksonException mistake) {
        return mistake.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? String.valueOf(step.getIndex())
                        : String.valueOf(step.getPropertyName()))
                .collect(Collectors.joining("."));
    }
}
