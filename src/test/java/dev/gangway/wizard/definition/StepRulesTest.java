package dev.gangway.wizard.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepHandler.Check;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StepRulesTest {

    private static final String CHOICES = "options: [{value: a, label: A}, {value: b, label: B}, {value: c, label: C}]";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            short_text            | "  Ada 🎉 "            | "Ada 🎉"
            short_text            | "مرحبا"               | "مرحبا"
            short_text, max: 3    | "🎉🎉🎉"               | "🎉🎉🎉"
            short_text            | "<b>&amp;</b>"         | "<b>&amp;</b>"
            long_text             | "two\\nlines"          | "two\\nlines"
            number                | 0                      | 0
            number                | -1.50                  | -1.5
            number                | 1e3                    | 1000
            number, min: 0.5      | 0.5                    | 0.5
            yes_no                | false                  | false
            single_choice, CHOICES| "b"                    | "b"
            multiple_choice, CHOICES | ["c", "a"]          | ["a", "c"]
            date                  | "2028-02-29"           | "2028-02-29"
            time                  | "10:30:00"             | "10:30"
            date_time             | "2026-11-21T10:30"     | "2026-11-21T10:30"
            rating                | 5                      | 5
            slider                | 0                      | 0
            slider, min: -10      | -10                    | -10
            color                 | "#1A7F37"              | "#1a7f37"
            email                 | "ada.b+c@example.co"   | "ada.b+c@example.co"
            url                   | "https://example.com/ü?a=b" | "https://example.com/ü?a=b"
            url                   | "https://müller.example/a_b?c={d}" | "https://müller.example/a_b?c={d}"
            url                   | "HTTPS://my_host.example:8443/" | "HTTPS://my_host.example:8443/"
            """)
    void aPossibleAnswerIsStoredInOneForm(String type, String answer, String stored) {
        Check check = check(type, answer);

        assertThat(check).isInstanceOf(Check.Valid.class);
        assertThat(((Check.Valid) check).answers().nested().toString())
                .isEqualTo("{\"f\":" + stored.replace(", ", ",") + "}");
        assertThat(check(type, stored)).isEqualTo(check);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            short_text            | 7                      | field.not_text
            short_text            | "two\\nlines"          | field.one_line
            short_text            | "nul\\u0000"           | field.characters
            short_text, min: 2    | "a"                    | field.too_short
            short_text, max: 2    | "abc"                  | field.too_long
            short_text, pattern: '[A-Z]+' | "Ab"           | field.pattern
            number                | "7"                    | field.not_decimal
            number                | true                   | field.not_decimal
            number                | 1e15                   | field.number_size
            number                | 0.00000000001          | field.number_size
            number, min: 50       | 49.99                  | field.too_little
            number, max: 50       | 50.01                  | field.too_much
            yes_no                | "false"                | field.not_boolean
            yes_no                | 0                      | field.not_boolean
            single_choice, CHOICES| "d"                    | field.not_allowed
            multiple_choice, CHOICES | "a"                 | field.not_list
            multiple_choice, CHOICES | ["a", "d"]          | field.not_allowed
            multiple_choice, min: 2, CHOICES | ["a"]       | field.too_few
            multiple_choice, max: 1, CHOICES | ["a", "b"]  | field.too_many_chosen
            date                  | "2026-02-29"           | field.not_date
            date                  | "+12026-01-01"         | field.not_date
            date                  | 20260101               | field.not_text
            date, min: 2026-01-01 | "2025-12-31"           | field.too_early
            time                  | "25:00"                | field.not_time
            date_time             | "2026-11-21 10:30"     | field.not_date_time
            rating                | 6                      | field.not_number
            rating                | 2.5                    | field.not_number
            slider                | 101                    | field.not_number
            color                 | "red"                  | field.not_color
            email                 | "ada@"                 | field.not_email
            email                 | "a b@example.com"      | field.not_email
            url                   | "javascript:alert(1)"  | field.not_url
            url                   | "example.com"          | field.not_url
            url                   | "https:example.com"    | field.not_url
            url                   | "https://"             | field.not_url
            url                   | "https://a b.example"  | field.not_url
            url                   | "https://example.com:x" | field.not_url
            """)
    void anImpossibleAnswerIsToldBesideItsField(String type, String answer, String problem) {
        assertThat(check(type, answer))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Check.Invalid.class))
                .extracting(Check.Invalid::problems)
                .satisfies(problems -> assertThat(problems).singleElement().satisfies(one -> {
                    assertThat(one.field()).isEqualTo("f");
                    assertThat(one.message().key()).isEqualTo(problem);
                }));
    }

    @Test
    void aRequiredFieldTakesFalseAndZeroButNoBlank() {
        for (FieldType type : FieldType.values()) {
            String options = type.isChoice() ? ", " + CHOICES : "";
            assertThat(check(type.word() + ", required: true" + options, "null"))
                    .as(type.word())
                    .isInstanceOf(Check.Invalid.class);
        }
        assertThat(check("yes_no, required: true", "false")).isInstanceOf(Check.Valid.class);
        assertThat(check("number, required: true", "0")).isInstanceOf(Check.Valid.class);
        assertThat(check("short_text, required: true", "\"  \"")).isInstanceOf(Check.Invalid.class);
    }

    @Test
    void whatIsSentForAHiddenFieldIsPassedOverAndWhatWasStoredStays() {
        WizardContent wizard = wizard("{key: g, type: yes_no, label: G}, "
                + "{key: f, type: number, required: true, label: F, show_if: {field: s.g, equals: true}}");
        Answers sent = answers("{\"g\": false, \"f\": \"nonsense\"}");
        Answers stored = answers("{\"g\": true, \"f\": 7}");
        AskedStep asked = Asking.of(wizard, Map.of("s", sent)).getFirst();

        assertThat(StepRules.check(asked, sent, stored))
                .isEqualTo(new Check.Valid(answers("{\"g\": false, \"f\": 7}")));
    }

    @Test
    void aFieldNobodyAskedForIsRefused() {
        AskedStep asked =
                Asking.of(wizard("{key: f, type: number, label: F}"), Map.of()).getFirst();

        assertThat(StepRules.check(asked, answers("{\"status\": \"completed\"}"), Answers.NONE))
                .isInstanceOf(Check.Invalid.class);
    }

    private static Check check(String type, String answer) {
        WizardContent wizard = wizard("{key: f, label: F, type: " + type.strip().replace("CHOICES", CHOICES) + "}");
        Answers sent = answers("{\"f\": " + answer + "}");
        return StepRules.check(Asking.of(wizard, Map.of("s", sent)).getFirst(), sent, Answers.NONE);
    }

    private static Answers answers(String json) {
        return Answers.of((ObjectNode) JsonMapper.shared().readTree(json));
    }

    private static WizardContent wizard(String fields) {
        Imported imported = new DefinitionFiles()
                .read("name: W\nsteps:\n  - {key: s, title: S, fields: [" + fields + "]}\n", Locale.ENGLISH);
        assertThat(imported).isInstanceOf(Imported.Read.class);
        return ((Imported.Read) imported).content();
    }
}
