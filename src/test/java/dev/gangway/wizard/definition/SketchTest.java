package dev.gangway.wizard.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.base.FieldProblem;
import dev.gangway.wizard.definition.Condition.Comparison;
import dev.gangway.wizard.definition.Condition.Operator;
import dev.gangway.wizard.definition.Field.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

class SketchTest {

    private static final WizardContent NOTHING = new WizardContent("Laptop", "", "", null, List.of());

    private final DefinitionFiles files = new DefinitionFiles();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void whateverIsEditedTheDefinitionStaysWhatItsFileSays(long seed) {
        RandomEdits edits = new RandomEdits(seed);
        Sketch sketch = Sketch.of(new RandomWizards(seed).next(), null);
        for (int count = 0; count < 80; count++) {
            WizardContent content = sketch.content();

            assertThat(files.stored(files.json(content))).isEqualTo(content);
            Imported again = files.read(files.yaml(content), Locale.ENGLISH);
            if (sketch.problems(files, Locale.ENGLISH).isEmpty()) {
                assertThat(again).isEqualTo(new Imported.Read(content));
            } else {
                assertThat(again).isInstanceOf(Imported.Refused.class);
            }
            keysAreDistinctKeys(content);
            sketch = edits.edit(sketch);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void whatIsTakenOutComesBackAsItWas(long seed) {
        RandomEdits edits = new RandomEdits(seed);
        Sketch sketch = Sketch.of(new RandomWizards(seed).next(), null);
        for (int count = 0; count < 60; count++) {
            sketch = edits.edit(sketch);
            if (sketch.content().steps().isEmpty()) {
                continue;
            }
            assertThat(sketch.remove(edits.removable(sketch)).undo().content()).isEqualTo(sketch.content());
        }
    }

    @Test
    void aRemovalIsUndoneWithoutTouchingWhatWasDoneSince() {
        Sketch sketch = laptop();
        Sketch later = sketch.remove("/steps/0/fields/0")
                .rekey("/steps/0", "start")
                .set("/steps/1", "help", text("Later"))
                .move("/steps/0", 1);

        WizardContent back = later.undo().content();

        assertThat(back.steps()).extracting(StepContent::key).containsExactly("extras", "start");
        assertThat(back.steps().getFirst().help()).isEqualTo("Later");
        assertThat(back.steps().getLast().fields()).extracting(Field::key).containsExactly("model", "ram");
        assertThat(comparison(back.steps().getFirst()).field()).isEqualTo(new FieldRef("start", "model"));
    }

    @Test
    void aKeyFollowsItsLabelUntilSomeoneChoosesItOrItIsPublished() {
        Sketch sketch = laptop().set("/steps/0/fields/0", "label", text("Größe des Modells"));
        assertThat(sketch.content().steps().getFirst().fields().getFirst().key())
                .isEqualTo("grosse_des_modells");
        assertThat(comparison(sketch.content().steps().getLast()).field().toString())
                .isEqualTo("basics.grosse_des_modells");

        Sketch chosen = laptop().rekey("/steps/0/fields/0", "kind").set("/steps/0/fields/0", "label", text("Type"));
        assertThat(chosen.content().steps().getFirst().fields().getFirst().key())
                .isEqualTo("kind");

        WizardContent published = laptop().content();
        Sketch next = Sketch.of(published, published)
                .set("/steps/0", "title", text("The start"))
                .set("/steps/0/fields/0", "label", text("Type"))
                .set("/steps/0/fields/0/options/0", "label", text("Very light"));
        StepContent step = next.content().steps().getFirst();
        assertThat(step.key()).isEqualTo("basics");
        assertThat(step.fields().getFirst().key()).isEqualTo("model");
        assertThat(step.fields().getFirst().choices()).containsExactly("air", "pro");
    }

    @Test
    void anOptionsValueIsRenamedWhereverItIsMeant() {
        Sketch sketch = laptop().set("/steps/0/fields/0", "default", text("pro"))
                .set("/steps/0/fields/0/options/1", "value", text("max"));

        assertThat(sketch.content().steps().getFirst().fields().getFirst().initial())
                .isEqualTo(text("max"));
        assertThat(comparison(sketch.content().steps().getLast()).operand()).isEqualTo(text("max"));
        assertThat(sketch.problems(files, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void theConditionsOfACopiedStepAreAboutItsOwnFields() {
        Sketch sketch = laptop().condition(
                        "/steps/0/fields/1/show_if",
                        new Comparison(new FieldRef("basics", "model"), Operator.EQUALS, text("pro")))
                .duplicate("/steps/0", "Basics (copy)");

        StepContent copy = sketch.content().steps().get(1);
        assertThat(copy.key()).isEqualTo("basics_copy");
        assertThat(((Comparison) one(copy.fields().getLast().showIf())).field())
                .isEqualTo(new FieldRef("basics_copy", "model"));
        assertThat(comparison(sketch.content().steps().getLast()).field()).isEqualTo(new FieldRef("basics", "model"));
    }

    @Test
    void aFieldThatIsMovedToAnotherStepIsStillMeant() {
        Sketch sketch = laptop().addStep("Last").moveToStep("/steps/0/fields/0", "/steps/2");

        assertThat(comparison(sketch.content().steps().get(1)).field()).isEqualTo(new FieldRef("last", "model"));
        assertThat(sketch.problems(files, Locale.ENGLISH))
                .extracting(FieldProblem::field)
                .containsExactly("/steps/1/show_if/field");
    }

    @Test
    void everyProblemIsToldAtItsPlace() {
        Sketch sketch = laptop().set("", "name", text(" "))
                .set("/steps/0", "title", null)
                .set("/steps/0/fields/0/options/0", "label", text(""))
                .set("/steps/0/fields/1", "min", DecimalNode.valueOf(new BigDecimal(9)))
                .set("/steps/0/fields/1", "max", DecimalNode.valueOf(new BigDecimal(3)));

        assertThat(sketch.problems(files, Locale.ENGLISH))
                .extracting(FieldProblem::field, problem -> problem.message().key())
                .containsExactlyInAnyOrder(
                        tuple("/name", "field.required"),
                        tuple("/steps/0/title", "field.required"),
                        tuple("/steps/0/fields/0/options/0/label", "field.required"),
                        tuple("/steps/0/fields/1/min", "definition.min_max"));
    }

    @Test
    void conditionsAreCombinedAndTakenApart() {
        Comparison other =
                new Comparison(new FieldRef("basics", "ram"), Operator.GT, DecimalNode.valueOf(BigDecimal.ONE));
        Sketch both = laptop().addCondition("/steps/1/show_if", other).combine("/steps/1/show_if", Combination.ANY);
        assertThat(both.content().steps().getLast().showIf()).isInstanceOf(Condition.Any.class);
        assertThat(both.problems(files, Locale.ENGLISH)).isEmpty();

        Sketch none = both.remove("/steps/1/show_if/any/0").remove("/steps/1/show_if/any/0");
        assertThat(none.content().steps().getLast().showIf()).isNull();
        assertThat(none.undo().undo().content()).isEqualTo(both.content());
    }

    @Test
    void aTypeTakesAwayWhatItCannotHave() {
        Sketch sketch = laptop().set("/steps/0/fields/0", "type", text("short_text"));
        assertThat(sketch.content().steps().getFirst().fields().getFirst().options())
                .isEmpty();

        Sketch choice = sketch.set("/steps/0/fields/0", "type", text("multiple_choice"));
        assertThat(choice.content().steps().getFirst().fields().getFirst().options())
                .extracting(Option::value)
                .containsExactly("option", "option_2");
    }

    @Test
    void anotherAdministratorsDraftCanBeTakenAndGivenBack() {
        Sketch mine = laptop();
        Sketch theirs = mine.replacedBy(NOTHING);

        assertThat(theirs.content()).isEqualTo(NOTHING);
        assertThat(theirs.undo().content()).isEqualTo(mine.content());
    }

    private Sketch laptop() {
        return Sketch.of(NOTHING, null)
                .addStep("Basics")
                .addField("/steps/0", FieldType.SINGLE_CHOICE, "Model")
                .set("/steps/0/fields/0/options/0", "label", text("Air"))
                .set("/steps/0/fields/0/options/1", "label", text("Pro"))
                .addField("/steps/0", FieldType.NUMBER, "RAM")
                .addStep("Extras")
                .condition(
                        "/steps/1/show_if",
                        new Comparison(new FieldRef("basics", "model"), Operator.EQUALS, text("pro")));
    }

    private static Comparison comparison(StepContent step) {
        return (Comparison) one(step.showIf());
    }

    private static Condition one(@Nullable Condition condition) {
        return Objects.requireNonNull(condition);
    }

    private static StringNode text(String text) {
        return StringNode.valueOf(text);
    }

    private static void keysAreDistinctKeys(WizardContent content) {
        keysAreDistinctKeys(content.steps().stream().map(StepContent::key));
        content.steps()
                .forEach(step -> keysAreDistinctKeys(step.fields().stream().map(Field::key)));
    }

    private static void keysAreDistinctKeys(Stream<String> keys) {
        assertThat(keys.toList()).doesNotHaveDuplicates().allMatch(Keys::isKey);
    }
}
