package dev.gangway.wizard.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.wizard.Answers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AskingTest {

    private static final WizardContent WIZARD = wizard("""
            name: Boat
            steps:
              - key: hull
                title: Hull
                fields:
                  - {key: sails, type: yes_no, label: Sails}
                  - {key: masts, type: number, label: Masts, show_if: {field: hull.sails, equals: true}, require_if: {field: hull.sails, answered: true}}
                  - {key: colours, type: multiple_choice, label: Colours, options: [{value: red, label: Red}, {value: blue, label: Blue}]}
              - key: rigging
                title: Rigging
                show_if: {field: hull.masts, gt: 1}
                fields: [{key: type, type: short_text, label: Type}]
              - key: crew
                title: Crew
                show_if: {any: [{field: rigging.type, answered: true}, {field: hull.colours, in: [red]}]}
                require_if: {field: hull.masts, not_equals: 2}
                fields: [{key: size, type: number, label: Size}]
            """);

    @Test
    void whatDependsOnNothingYetAnsweredIsHidden() {
        assertThat(steps("{}")).containsExactly("hull");
        assertThat(fields("{}")).containsExactly("sails", "colours");
    }

    @Test
    void anAnswerShowsAndRequiresWhatDependsOnIt() {
        assertThat(fields("{'hull': {'sails': true}}")).containsExactly("sails", "masts!", "colours");
        assertThat(fields("{'hull': {'sails': false}}")).containsExactly("sails", "colours");
        assertThat(steps("{'hull': {'sails': true, 'masts': 2}}")).containsExactly("hull", "rigging");
        assertThat(steps("{'hull': {'sails': true, 'masts': 1}}")).containsExactly("hull");
    }

    @Test
    void theKeptAnswerOfAHiddenFieldCountsForNothing() {
        String hidden = "{'hull': {'sails': false, 'masts': 3}, 'rigging': {'type': 'gaff'}}";

        assertThat(steps(hidden)).containsExactly("hull");
    }

    @Test
    void anyOneOfSeveralSelectionsIsEnough() {
        assertThat(steps("{'hull': {'colours': ['blue', 'red']}}")).containsExactly("hull", "crew!");
        assertThat(steps("{'hull': {'colours': ['blue']}}")).containsExactly("hull");
    }

    @Test
    void numbersAreComparedByValueAndNotByTheirDigits() {
        assertThat(steps("{'hull': {'sails': true, 'masts': 2.0, 'colours': ['red']}}"))
                .containsExactly("hull", "rigging", "crew");
    }

    @Test
    void zeroAndFalseAreAnswersAndBlanksAreNot() {
        ObjectNode values = json("{'zero': 0, 'no': false, 'blank': ' ', 'none': null, 'list': [], 'word': 'x'}");

        assertThat(values.properties().stream()
                        .filter(value -> Asking.isAnswer(value.getValue()))
                        .map(Map.Entry::getKey))
                .containsExactly("zero", "no", "word");
    }

    private static List<String> steps(String answers) {
        return asked(answers).stream()
                .map(step -> step.content().key() + (step.required() ? "!" : ""))
                .toList();
    }

    private static List<String> fields(String answers) {
        return asked(answers).getFirst().fields().stream()
                .map(field -> field.field().key() + (field.required() ? "!" : ""))
                .toList();
    }

    private static List<AskedStep> asked(String answers) {
        Map<String, Answers> given = new java.util.HashMap<>();
        json(answers).properties().forEach(step -> given.put(step.getKey(), Answers.of((ObjectNode) step.getValue())));
        return Asking.of(WIZARD, given);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static WizardContent wizard(String text) {
        return ((Imported.Read) new DefinitionFiles().read(text, Locale.ENGLISH)).content();
    }
}
