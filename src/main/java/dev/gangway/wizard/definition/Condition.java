package dev.gangway.wizard.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** When something is asked or required, judged by earlier answers. */
public sealed interface Condition {

    /** Whether it holds for these answers. */
    boolean holds(GivenAnswers answers);

    /** The fields it looks at. */
    Stream<FieldRef> fields();

    /** Where a condition finds answers: a field that was not asked or not answered is empty. */
    @FunctionalInterface
    interface GivenAnswers {

        /** The answer of a field, if it was asked and answered. */
        Optional<JsonNode> get(FieldRef field);
    }

    /**
     * Compares one answer.
     *
     * <p>A field without an answer equals nothing and is in nothing, is neither more nor less, and {@code not_equals}
     * is always the opposite of {@code equals}. Of several selections, {@code equals} and {@code in} ask whether any one
     * fits.
     */
    record Comparison(FieldRef field, Operator operator, JsonNode operand) implements Condition {

        @Override
        public boolean holds(GivenAnswers answers) {
            Optional<JsonNode> answer = answers.get(field);
            return switch (operator) {
                case ANSWERED -> answer.isPresent() == operand.booleanValue();
                case EQUALS -> answer.filter(given -> any(given, operand)).isPresent();
                case NOT_EQUALS -> answer.filter(given -> any(given, operand)).isEmpty();
                case IN ->
                    answer.filter(given -> operand.valueStream().anyMatch(one -> any(given, one)))
                            .isPresent();
                case GT -> answer.filter(given -> compare(given, operand) > 0).isPresent();
                case LT -> answer.filter(given -> compare(given, operand) < 0).isPresent();
            };
        }

        @Override
        public Stream<FieldRef> fields() {
            return Stream.of(field);
        }

        private static boolean any(JsonNode given, JsonNode wanted) {
            return given.isArray() ? given.valueStream().anyMatch(one -> same(one, wanted)) : same(given, wanted);
        }

        private static boolean same(JsonNode one, JsonNode other) {
            return (one.isNumber() && other.isNumber()) ? compare(one, other) == 0 : one.equals(other);
        }

        private static int compare(JsonNode one, JsonNode other) {
            if (one.isNumber() && other.isNumber()) {
                BigDecimal left = one.decimalValue();
                return left.compareTo(other.decimalValue());
            }
            // Dates and times are written so that their order is that of their characters.
            return one.isString() && other.isString() ? one.stringValue().compareTo(other.stringValue()) : 0;
        }
    }

    /** Holds when each of them does. */
    record All(List<Condition> conditions) implements Condition {

        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(GivenAnswers answers) {
            return conditions.stream().allMatch(condition -> condition.holds(answers));
        }

        @Override
        public Stream<FieldRef> fields() {
            return conditions.stream().flatMap(Condition::fields);
        }
    }

    /** Holds when at least one of them does. */
    record Any(List<Condition> conditions) implements Condition {

        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(GivenAnswers answers) {
            return conditions.stream().anyMatch(condition -> condition.holds(answers));
        }

        @Override
        public Stream<FieldRef> fields() {
            return conditions.stream().flatMap(Condition::fields);
        }
    }

    /** How an answer is compared. */
    enum Operator {
        EQUALS,
        NOT_EQUALS,
        IN,
        GT,
        LT,
        ANSWERED;

        /** The name in definitions: {@code not_equals}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
