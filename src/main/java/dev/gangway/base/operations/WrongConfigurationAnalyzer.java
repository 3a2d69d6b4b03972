package dev.gangway.base.operations;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Says in one block which of our properties is wrong, its value unless that may be secret, where it was set, and what is allowed. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongConfigurationAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final String OURS = "gangway";

    /** By the last part of a name alone: what {@code gangway.passwords.memory} holds is no password. */
    private static final Pattern SECRET =
            Pattern.compile("(.*\\.)?([^.]*(secret|credential)[^.]*|([^.]*-)?(password|token|keys?))(\\[.*])?");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, BindException wrong) {
        String name = wrong.getName().toString();
        if (!name.equals(OURS) && !name.startsWith(OURS + ".")) {
            return null;
        }
        return analysis(mistakes(wrong), wrong);
    }

    static FailureAnalysis analysis(List<String> mistakes, Throwable wrong) {
        return new FailureAnalysis(
                "The configuration is wrong:" + System.lineSeparator()
                        + mistakes.stream()
                                .map(mistake -> "    " + mistake)
                                .collect(Collectors.joining(System.lineSeparator())),
                "Correct it and start again. docs/configuration.md names every property and what is allowed.",
                wrong);
    }

    private static List<String> mistakes(BindException wrong) {
        BindValidationException refused = findCauseOf(wrong, BindValidationException.class);
        if (refused != null) {
            ValidationErrors errors = refused.getValidationErrors();
            return errors.getAllErrors().stream()
                    .map(error -> mistake(errors, error))
                    .toList();
        }
        ConfigurationProperty property = wrong.getProperty();
        if (property != null) {
            return List.of(mistake(
                    property.getName().toString(),
                    property.getValue(),
                    property.getOrigin(),
                    allowed(wrong.getTarget().getType().resolve(Object.class), wrong)));
        }
        return List.of(rootMessage(wrong));
    }

    private static String mistake(ValidationErrors errors, ObjectError error) {
        String allowed = String.valueOf(error.getDefaultMessage());
        if (error instanceof FieldError field) {
            String name = errors.getName() + "." + DataObjectPropertyName.toDashedForm(field.getField());
            return mistake(name, asWritten(errors, name, field.getRejectedValue()), Origin.from(field), allowed);
        }
        return errors.getName() + ": " + allowed;
    }

    /** A duration, for example, would otherwise be shown in a form in which nobody wrote it. */
    private static @Nullable Object asWritten(ValidationErrors errors, String name, @Nullable Object bound) {
        return errors.getBoundProperties().stream()
                .filter(property -> property.getName().toString().equals(name))
                .map(ConfigurationProperty::getValue)
                .findFirst()
                .orElse(bound);
    }

    private static String mistake(String name, @Nullable Object value, @Nullable Origin origin, String allowed) {
        String shown = SECRET.matcher(name).matches() ? "(not shown)" : "\"" + value + "\"";
        return name + " = " + shown + (origin == null ? "" : " (" + origin + ")") + ": " + allowed;
    }

    private static String allowed(Class<?> type, BindException wrong) {
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        } else if (type == boolean.class || type == Boolean.class) {
            return "must be on or off (true or false)";
        } else if (type == Duration.class) {
            return "must be a duration such as 500ms, 10s or 2h";
        } else if (type == DataSize.class) {
            return "must be a size such as 512KB or 2MB";
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a number that fits";
        }
        return rootMessage(wrong);
    }

    private static String rootMessage(Throwable wrong) {
        Throwable root = wrong;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static <E extends Throwable> @Nullable E findCauseOf(Throwable failure, Class<E> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
