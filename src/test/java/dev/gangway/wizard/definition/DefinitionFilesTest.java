package dev.gangway.wizard.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.wizard.definition.Imported.Read;
import dev.gangway.wizard.definition.Imported.Refused;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionFilesTest {

    private static final String HEADSET = """
            name: Headset order
            category: IT
            estimated_minutes: 5
            steps:
              - key: basics
                title: Basics
                required: true
                fields:
                  - {key: model, type: single_choice, label: Model, required: true, options: [{value: air, label: Air}, {value: pro, label: Pro}]}
                  - {key: cable, type: number, label: Cable in cm, min: 50, max: 300, default: 120}
              - key: extras
                title: Extras
                show_if: {field: basics.model, equals: pro}
                fields: [{key: stand, type: yes_no, label: With a stand}]
            """;

    private final DefinitionFiles files = new DefinitionFiles();

    @Test
    void aDefinitionIsReadAsItIsWritten() {
        WizardContent headset = read(HEADSET);

        assertThat(headset.name()).isEqualTo("Headset order");
        assertThat(headset.estimatedMinutes()).isEqualTo(5);
        assertThat(headset.steps()).extracting(StepContent::key).containsExactly("basics", "extras");
        assertThat(headset.steps().getFirst().required()).isTrue();
        assertThat(headset.steps().getFirst().fields().getFirst().choices()).containsExactly("air", "pro");
        assertThat(headset.steps().getLast().showIf()).isInstanceOf(Condition.Comparison.class);
    }

    @Test
    void writingAndReadingAgainGivesTheSameInBothForms() {
        WizardContent headset = read(HEADSET);

        assertThat(read(files.yaml(headset))).isEqualTo(headset);
        assertThat(read(files.json(headset).toPrettyString())).isEqualTo(headset);
        assertThat(files.yaml(read(files.yaml(headset)))).isEqualTo(files.yaml(headset));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whateverIsWrittenIsReadTheSame(long seed) {
        RandomWizards wizards = new RandomWizards(seed);
        for (int count = 0; count < 50; count++) {
            WizardContent wizard = wizards.next();

            assertThat(files.read(files.yaml(wizard), Locale.ENGLISH)).isEqualTo(new Read(wizard));
            assertThat(files.read(files.json(wizard).toString(), Locale.ENGLISH))
                    .isEqualTo(new Read(wizard));
        }
    }

    @Test
    void everyProblemIsToldWithItsLine() {
        List<DefinitionProblem> problems = refused("""
                name: Wrong
                colour: red
                steps:
                  - key: Basics
                    title: Basics
                    fields:
                      - key: model
                        type: choice
                        label: Model
                      - type: number
                        label: Cable
                """);

        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.path())
                .containsExactly("2 ", "4 /steps/0/key", "8 /steps/0/fields/0/type", "10 /steps/0/fields/1");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {key: a, type: short_text, label: A}, {key: a, type: number, label: B}        | /steps/0/fields/1/key       | definition.twice
            {key: a, type: single_choice, label: A}                                       | /steps/0/fields/0           | definition.options_missing
            {key: a, type: number, label: A, options: [{value: x, label: X}]}             | /steps/0/fields/0/options   | definition.not_for_type
            {key: a, type: single_choice, label: A, options: [{value: x, label: X}, {value: x, label: Y}]} | /steps/0/fields/0/options/1/value | definition.twice
            {key: a, type: number, label: A, min: 3, max: 2}                              | /steps/0/fields/0/min       | definition.min_max
            {key: a, type: number, label: A, min: three}                                  | /steps/0/fields/0/min       | definition.bound.number
            {key: a, type: short_text, label: A, max: 2.5}                                | /steps/0/fields/0/max       | definition.bound.count
            {key: a, type: date, label: A, min: 2026-02-30}                               | /steps/0/fields/0/min       | definition.bound.date
            {key: a, type: yes_no, label: A, min: 1}                                      | /steps/0/fields/0/min       | definition.not_for_type
            {key: a, type: number, label: A, pattern: x}                                  | /steps/0/fields/0/pattern   | definition.not_for_type
            {key: a, type: short_text, label: A, pattern: '('}                            | /steps/0/fields/0/pattern   | definition.pattern
            {key: a, type: number, label: A, max: 5, default: 6}                          | /steps/0/fields/0/default   | definition.default
            {key: a, type: yes_no, label: A, default: sure}                               | /steps/0/fields/0/default   | definition.default
            {key: a, type: yes_no, label: A, show_if: {field: s.b, equals: true}}         | /steps/0/fields/0/show_if/field | definition.not_earlier
            {key: a, type: yes_no, label: A}, {key: b, type: url, label: B, show_if: {field: s.a, equals: 'yes'}} | /steps/0/fields/1/show_if/equals | definition.never
            {key: a, type: yes_no, label: A}, {key: b, type: url, label: B, show_if: {field: s.a, gt: 1}} | /steps/0/fields/1/show_if/gt | definition.not_for_type
            {key: a, type: yes_no, label: A}, {key: b, type: url, label: B, show_if: {field: s.a}} | /steps/0/fields/1/show_if | definition.condition
            {key: a, type: yes_no, label: A}, {key: b, type: url, label: B, show_if: {all: [{equals: true}]}} | /steps/0/fields/1/show_if/all/0 | definition.condition
            """)
    void aRuleThatIsBrokenIsNamedAtItsPlace(String fields, String path, String key) {
        List<DefinitionProblem> problems =
                refused("name: W\nsteps:\n  - {key: s, title: S, fields: [" + fields + "]}\n");

        assertThat(problems)
                .extracting(
                        DefinitionProblem::path, problem -> problem.message().key(), DefinitionProblem::line)
                .contains(org.assertj.core.groups.Tuple.tuple(path, key, 3));
    }

    @Test
    void whatIsNoYamlIsRefusedAtTheLineWhereItBreaks() {
        assertThat(refused("name: W\nsteps: [\n")).singleElement().satisfies(problem -> {
            assertThat(problem.message().key()).isEqualTo("definition.unreadable");
            assertThat(problem.line()).isGreaterThanOrEqualTo(2);
        });
        assertThat(refused("name: W\nname: V\n").getFirst().line()).isEqualTo(2);
        assertThat(refused("just words").getFirst().message().key()).isEqualTo("definition.not_object");
        assertThat(refused("").getFirst().line()).isEqualTo(1);
    }

    @Test
    void aWizardThatCouldHideEveryStepIsRefused() {
        assertThat(refused("""
                        name: W
                        steps:
                          - {key: s, title: S, fields: [], show_if: {field: s.a, answered: true}}
                        """)).extracting(problem -> problem.message().key()).contains("definition.all_hidden");
    }

    private WizardContent read(String text) {
        return assertThat(files.read(text, Locale.ENGLISH))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Read.class))
                .actual()
                .content();
    }

    private List<DefinitionProblem> refused(String text) {
        return assertThat(files.read(text, Locale.ENGLISH))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Refused.class))
                .actual()
                .problems();
    }
}
