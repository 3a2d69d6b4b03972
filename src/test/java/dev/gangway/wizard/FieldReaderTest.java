package dev.gangway.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.FieldProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FieldReaderTest {

    @Test
    void everyProblemIsToldAtOnceAndUnknownFieldsAreOneOfThem() {
        FieldReader fields = reader("{'name': 7, 'depth': 'Bottomless', 'tags': 'x', 'extra': 1}");
        fields.text("name", 10);
        fields.choice("depth", List.of("Basic"), "Basic");
        fields.texts("tags", 3, 10);
        fields.requiredText("missing", 10);

        assertThat(problems(fields))
                .extracting(FieldProblem::field)
                .containsExactly("name", "depth", "tags", "missing", "extra");
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        FieldReader fields = reader("{'five': '🎉🎉🎉🎉🎉', 'six': '🎉🎉🎉🎉🎉🎉'}");
        fields.text("five", 5);
        fields.text("six", 5);

        assertThat(problems(fields)).extracting(FieldProblem::field).containsExactly("six");
    }

    @Test
    void charactersThatTheDatabaseCannotHoldAreToldAndNotDropped() {
        FieldReader fields = reader("{'nul': 'a\\u0000b', 'half': '\\ud83c', 'lines': 'a\\nb', 'rtl': 'שלום'}");
        List.of("nul", "half", "lines", "rtl").forEach(path -> fields.text(path, 10));

        assertThat(problems(fields)).extracting(FieldProblem::field).containsExactly("nul", "half");
    }

    @Test
    void whatNobodyCanSeeIsNoText() {
        FieldReader fields = reader("{'wide': '\\u00a0\\u3000', 'none': '\\u200b\\u2060', 'rtl': '\\u200fשלום'}");

        assertThat(fields.text("wide", 10)).isEmpty();
        assertThat(fields.text("none", 10)).isEmpty();
        assertThat(fields.text("rtl", 10)).isEqualTo("\u200fשלום");
    }

    @Test
    void aPointWithinANameMakesNoPath() {
        FieldReader fields = reader("{'keys.mistral': 'x', 'keys': {'mistral': 'y'}}");

        assertThat(fields.text("keys.mistral", 10)).isEqualTo("y");
        assertThat(fields.result(() -> Answers.NONE)).isInstanceOf(StepHandler.Check.Invalid.class);
    }

    @Test
    void draftsKeepHalfTypedTextButNothingUnknownOrUnstorable() {
        Answers typed = answers("{'known': 'typ', 'unknown': 'x', 'nul': 'a\\u0000'}");

        assertThat(FieldReader.draftable(typed, path -> !path.equals("unknown")))
                .isEqualTo(answers("{'known': 'typ'}"));
    }

    @Test
    void listsLoseBlanksAndDoubles() {
        FieldReader fields = reader("{'tags': [' a ', 'a', '', 'b']}");

        assertThat(fields.texts("tags", 5, 5)).containsExactly("a", "b");
    }

    private static List<FieldProblem> problems(FieldReader fields) {
        return fields.result(() -> Answers.NONE) instanceof StepHandler.Check.Invalid(var problems)
                ? problems
                : List.of();
    }

    private static FieldReader reader(String json) {
        return new FieldReader(answers(json));
    }

    private static Answers answers(String json) {
        return Answers.of((ObjectNode) new JsonMapper().readTree(json.replace('\'', '"')));
    }
}
