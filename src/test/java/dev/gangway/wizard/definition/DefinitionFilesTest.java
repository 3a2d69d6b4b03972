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
            {key: a, type: rating, label: A, min: 6}                                      | /steps/0/fields/0/min       | definition.min_max_of_type
            {key: a, type: slider, label: A, min: 101}                                    | /steps/0/fields/0/min       | definition.min_max_of_type
            {key: a, type: slider, label: A, max: -1}                                     | /steps/0/fields/0/max       | definition.max_min_of_type
            {key: a, type: short_text, label: A, max: 0}                                  | /steps/0/fields/0/max       | definition.max_min_of_type
            {key: a, type: multiple_choice, label: A, min: 3, max: 5, options: [{value: x, label: X}, {value: y, label: Y}]} | /steps/0/fields/0/min | definition.min_max_of_type
            {key: a, type: number, label: A, min: three}                                  | /steps/0/fields/0/min       | definition.bound.number
            {key: a, type: short_text, label: A, max: 2.5}                                | /steps/0/fields/0/max       | definition.bound.count
            {key: a, type: date, label: A, min: 2026-02-30}                               | /steps/0/fields/0/min       | definition.bound.date
            {key: a, type: yes_no, label: A, min: 1}                                      | /steps/0/fields/0/min       | definition.not_for_type
            {key: a, type: number, label: A, pattern: x}                                  | /steps/0/fields/0/pattern   | definition.not_for_type
            {key: a, type: short_text, label: A, pattern: '('}                            | /steps/0/fields/0/pattern   | definition.pattern
            {key: a, type: short_text, label: A, pattern: '((a{1,99}){1,99}){1,9}'}       | /steps/0/fields/0/pattern   | definition.pattern.size
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
    void problemsOfEveryKindAreToldAtOnceEachAtItsLineInYamlAndInJson() {
        String yaml = """
                name: Wrong
                name: Twice
                colour: red
                steps:
                  - key: basics
                    title: &title Basics
                    fields:
                      - {key: a, type: number, label: A, min: 3, max: 2}
                      - {key: b, type: short_text, label: B, pattern: '('}
                      - {key: c, type: what, label: C, min: x}
                      - {key: d, type: yes_no, label: D, show_if: {field: basics.e, equals: true}}
                      - {key: e, type: yes_no, label: *title, show_if: {field: basics.c, gt: 1}}
                      - {key: a, type: yes_no, label: F, min: 1}
                      - {key: g, type: yes_no, label: G, require_if: {all: [{equals: 1}, {field: basics.zz, answered: true}]}}
                      - 7
                  - title: Later
                    fields: none
                ---
                more: true
                """;
        assertThat(refused(yaml))
                .extracting(problem -> "%d %s %s"
                        .formatted(
                                problem.line(),
                                problem.path(),
                                problem.message().key()))
                .containsExactly(
                        "2 /name definition.twice",
                        "3  definition.shape",
                        "8 /steps/0/fields/0/min definition.min_max",
                        "9 /steps/0/fields/1/pattern definition.pattern",
                        "10 /steps/0/fields/2/type definition.shape",
                        "11 /steps/0/fields/3/show_if/field definition.not_earlier",
                        "12 /steps/0/fields/4/label definition.alias",
                        "13 /steps/0/fields/5/key definition.twice",
                        "13 /steps/0/fields/5/min definition.not_for_type",
                        "14 /steps/0/fields/6/require_if/all/0 definition.condition",
                        "14 /steps/0/fields/6/require_if/all/1/field definition.not_earlier",
                        "15 /steps/0/fields/7 definition.shape",
                        "16 /steps/1 definition.shape",
                        "17 /steps/1/fields definition.shape",
                        "19  definition.more");

        assertThat(refused("""
                        {"name": "Wrong", "colour": "red",
                         "steps": [
                           {"key": "s", "title": "S",
                            "title": "T", "fields": [
                              {"key": "a", "type": "number", "label": "A", "min": 3, "max": 2},
                              {"key": "b", "type": "short_text", "label": "B", "pattern": "("}]}]}
                        """))
                .extracting(problem -> "%d %s %s"
                        .formatted(
                                problem.line(),
                                problem.path(),
                                problem.message().key()))
                .containsExactly(
                        "1  definition.shape",
                        "4 /steps/0/title definition.twice",
                        "5 /steps/0/fields/0/min definition.min_max",
                        "6 /steps/0/fields/1/pattern definition.pattern");
    }

    @Test
    void whatOnlyFollowsFromAProblemIsNotToldToo() {
        assertThat(refused("""
                        name: W
                        steps:
                          - key: s
                            title: S
                            fields:
                              - {key: a, type: choice, label: A, options: [{value: x, label: X}], default: x}
                              - {key: b, type: single_choice, label: B, options: [{value: 7, label: X}], default: x}
                              - {key: c, type: yes_no, label: C, show_if: {all: [{field: s.a, equals: x}, {field: s.b, equals: x}]}}
                        """))
                .extracting(DefinitionProblem::path)
                .containsExactly("/steps/0/fields/0/type", "/steps/0/fields/1/options/0/value");
    }

    @Test
    void whatWouldTakeAllMemoryOrTimeIsRefusedAtOnce() {
        String fields = "name: W\nsteps:\n  - {key: s, title: S, fields: [{key: a, type: number, label: A, %s}]}\n";
        assertThat(refused(fields.formatted("min: 1e999999999")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message().key()).isEqualTo("definition.bound.number");
                    assertThat(problem.line()).isEqualTo(3);
                });
        assertThat(refused(fields.formatted("default: 1e999999999")).getFirst().path())
                .isEqualTo("/steps/0/fields/0/default");
        for (String deep : List.of("[".repeat(400_000), "- ".repeat(400_000), "{\"a\":".repeat(100_000))) {
            assertThat(refused(deep))
                    .extracting(problem -> problem.message().key())
                    .containsExactly("definition.limits");
        }
        String bomb = "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nname: W\nsteps: *c\n";
        assertThat(refused(bomb))
                .extracting(problem -> problem.message().key())
                .filteredOn("definition.alias"::equals)
                .hasSize(9);
    }

    @Test
    void aNumberIsBoundByNothingButItsOwnBounds() {
        WizardContent content = read("""
                        name: W
                        steps:
                          - key: s
                            title: S
                            fields:
                              - {key: a, type: number, label: A, min: 5000000000}
                              - {key: b, type: number, label: B, max: -5000000000}
                        """);

        assertThat(content.steps().getFirst().fields()).hasSize(2);
    }

    @Test
    void aWrongConditionHidesNothingAboutTheDefault() {
        assertThat(refused("""
                        name: W
                        steps:
                          - key: s
                            title: S
                            fields:
                              - {key: a, type: time, label: A, default: "25:00", show_if: {field: s.none, answered: true}}
                        """))
                .extracting(DefinitionProblem::path)
                .containsExactlyInAnyOrder("/steps/0/fields/0/show_if/field", "/steps/0/fields/0/default");
    }

    @Test
    void wordsOfTheLibraryNameNoneOfItsClasses() {
        for (String wrong : List.of(
                "name: W\nsteps: [{key: s, title: S, fields: [{key: a, type: number, label: A, min: .inf}]}]",
                "{\"name\": 1}}",
                "[",
                "a: b: c",
                "\u0000",
                "{\"a\": 01}")) {
            assertThat(refused(wrong))
                    .extracting(problem -> problem.message().args().toString())
                    .noneMatch(words -> words.matches("(?s).*(java|jackson|snakeyaml|`|Exception).*"));
        }
    }

    @Test
    void whatIsNoYamlIsRefusedAtTheLineWhereItBreaks() {
        assertThat(refused("name: W\nsteps: [\n")).singleElement().satisfies(problem -> {
            assertThat(problem.message().key()).isEqualTo("definition.unreadable");
            assertThat(problem.line()).isGreaterThanOrEqualTo(2);
        });
        assertThat(refused("name: W\nsteps:\n  - key: s\n\ttitle: S\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(4);
                    assertThat(problem.message().args().toString()).contains("TAB");
                });
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
