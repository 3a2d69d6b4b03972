package dev.gangway.wizard.ui;

import dev.gangway.wizard.definition.Field;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says beside a question what its author explained and what it takes. */
final class FieldHints {

    private final Words words;
    private final AnswerWords answers;

    FieldHints(Words words) {
        this.words = words;
        this.answers = new AnswerWords(words);
    }

    /** All there is to say; empty where that is nothing. */
    String of(Field field) {
        return Stream.of(Optional.of(field.help()), limits(field), pattern(field))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
    }

    private Optional<String> limits(Field field) {
        return switch (field.type()) {
            case SHORT_TEXT, LONG_TEXT -> limits(field, "characters", "field.too_short", "field.too_long");
            case NUMBER -> limits(field, "values", "field.too_little", "field.too_much");
            case MULTIPLE_CHOICE -> limits(field, "choices", "field.too_few", "field.too_many_chosen");
            case DATE, TIME, DATE_TIME -> limits(field, "moments", "field.too_early", "field.too_late");
            case RATING ->
                Optional.of(words.of(
                        "question.hint.rating",
                        String.valueOf(Scale.of(field).first()),
                        String.valueOf(Scale.of(field).last())));
            case SLIDER ->
                Optional.of(words.of(
                        "question.hint.values",
                        String.valueOf(Scale.of(field).first()),
                        String.valueOf(Scale.of(field).last())));
            case YES_NO, SINGLE_CHOICE, COLOR, EMAIL, URL -> Optional.empty();
        };
    }

    private Optional<String> limits(Field field, String both, String least, String most) {
        if (field.min() != null && field.max() != null) {
            return Optional.of(words.of("question.hint." + both, bound(field, field.min()), bound(field, field.max())));
        }
        if (field.min() != null) {
            return Optional.of(words.of(least, bound(field, field.min())));
        }
        return field.max() == null ? Optional.empty() : Optional.of(words.of(most, bound(field, field.max())));
    }

    /** As words, because numbers in messages would be rounded. */
    private String bound(Field field, @Nullable JsonNode bound) {
        if (bound == null) {
            return "";
        }
        return bound.isNumber() ? answers.number(bound.decimalValue()) : answers.of(field, bound);
    }

    /** An author who explains the form says it better than the pattern does. */
    private Optional<String> pattern(Field field) {
        return field.pattern() == null || !field.help().isBlank()
                ? Optional.empty()
                : Optional.of(words.of("question.hint.pattern", field.pattern()));
    }
}
