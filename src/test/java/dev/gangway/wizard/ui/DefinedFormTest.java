package dev.gangway.wizard.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.InputField;
import com.vaadin.flow.component.textfield.TextArea;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.FieldConflict;
import dev.gangway.base.Texts;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepHandler.Check;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.definition.Asking;
import dev.gangway.wizard.definition.DefinitionFiles;
import dev.gangway.wizard.definition.Imported;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.definition.StepRules;
import dev.gangway.wizard.definition.WizardContent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

@GangwayTest
class DefinedFormTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String EVERY_TYPE = """
            name: Everything
            steps:
              - key: all
                title: All
                fields:
                  - {key: short, type: short_text, label: Short, max: 40}
                  - {key: long, type: long_text, label: Long, max: 50}
                  - {key: number, type: number, label: Number}
                  - {key: yes, type: yes_no, label: Sure}
                  - {key: one, type: single_choice, label: One, options: [{value: a, label: "Ä"}, {value: b, label: "ب"}]}
                  - {key: some, type: multiple_choice, label: Some, max: 2, options: [{value: a, label: A}, {value: b, label: B}, {value: c, label: C}]}
                  - {key: date, type: date, label: Date, min: 2020-01-01}
                  - {key: time, type: time, label: Time}
                  - {key: both, type: date_time, label: Both}
                  - {key: rating, type: rating, label: Rating, min: 0, max: 10}
                  - {key: slider, type: slider, label: Slider}
                  - {key: color, type: color, label: Colour}
                  - {key: mail, type: email, label: Mail}
                  - {key: url, type: url, label: Address}
            """;

    private static final List<Answered> ANSWERED = List.of(
            new Answered("Short", "Ada", "\"Ada\""),
            new Answered("Short", "مرحبا بالعالم", "\"مرحبا بالعالم\""),
            new Answered("Short", "👩‍🚀🎉", "\"👩‍🚀🎉\""),
            new Answered("Short", "0", "\"0\""),
            new Answered("Long", "one\ntwo שלום", "\"one\\ntwo שלום\""),
            new Answered("Long", "🎉".repeat(50), "\"" + "🎉".repeat(50) + "\""),
            new Answered("Number", "0", "0"),
            new Answered("Number", "-1,234.50", "-1234.5"),
            new Answered("Number", "999999999999999.0000000001", "999999999999999.0000000001"),
            new Answered("Sure", "no", "false"),
            new Answered("Sure", "yes", "true"),
            new Answered("One", "b", "\"b\""),
            new Answered("Some", Set.of("c", "a"), "[\"a\",\"c\"]"),
            new Answered("Date", LocalDate.of(2026, 11, 21), "\"2026-11-21\""),
            new Answered("Date", LocalDate.of(9999, 12, 31), "\"9999-12-31\""),
            new Answered("Time", LocalTime.of(0, 0), "\"00:00\""),
            new Answered("Time", LocalTime.of(23, 59), "\"23:59\""),
            new Answered("Both", LocalDateTime.of(2026, 3, 29, 2, 30), "\"2026-03-29T02:30\""),
            new Answered("Rating", "0", "0"),
            new Answered("Rating", "10", "10"),
            new Answered("Slider", "0", "0"),
            new Answered("Slider", "100", "100"),
            new Answered("Colour", "#000000", "\"#000000\""),
            new Answered("Colour", "#FFFFFF", "\"#ffffff\""),
            new Answered("Mail", "ada@exämple.org", "\"ada@exämple.org\""),
            new Answered("Address", "https://example.org/a?b=0", "\"https://example.org/a?b=0\""));

    @Autowired
    private Texts texts;

    @Autowired
    private Pages pages;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private DefinitionFiles files;

    @BeforeEach
    void aPage() {
        pages.openAs(accounts.user(), Role.USER);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @TestFactory
    Stream<DynamicTest> everyTypeOfAnswerIsStoredAndShownAgainAsItWasGiven() {
        return ANSWERED.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.label() + ": " + one.stored(), () -> roundTrip(one.label(), one.given(), one.stored())));
    }

    private void roundTrip(String label, Object given, String stored) {
        DefinedForm form = form(EVERY_TYPE, Locale.ENGLISH);
        form.showInitial();
        question(form, label).setValue(given);

        Answers changed = form.fields().changed();
        assertThat(changed.fields()).hasSize(1);
        Answers kept = checked(EVERY_TYPE, changed);
        assertThat(kept.fields().values())
                .singleElement()
                .hasToString(JSON.readTree(stored).toString());

        DefinedForm again = form(EVERY_TYPE, Locale.GERMAN);
        again.fields().read(view(reread(kept), Answers.NONE), "restored");
        assertThat(again.fields().changed().isEmpty()).isTrue();
        assertThat(checked(EVERY_TYPE, again.fields().current())).isEqualTo(kept);
    }

    @Test
    void nothingIsAnsweredUntilSomebodyAnswers() {
        DefinedForm form = form(EVERY_TYPE, Locale.ENGLISH);
        form.showInitial();

        assertThat(form.fields().current().fields().values()).allMatch(value -> !Asking.isAnswer(value));
        assertThat(checked(EVERY_TYPE, form.fields().current()).isEmpty()).isTrue();
    }

    @Test
    void whatIsTypedByHalfComesBackFromTheDraftAndIsRefusedBesideItsField() {
        DefinedForm form = form(EVERY_TYPE, Locale.ENGLISH);
        Answers draft = new Answers(Map.of("number", StringNode.valueOf("12,3"), "slider", StringNode.valueOf("many")));
        form.fields().read(view(Answers.NONE, draft), "Draft restored");

        assertThat(question(form, "Number").getValue()).isEqualTo("12,3");
        assertThat(question(form, "Slider").getValue()).isEqualTo("many");

        Check.Invalid refused = (Check.Invalid) StepRules.check(
                asked(EVERY_TYPE, form.fields().changed()), form.fields().changed(), Answers.NONE);
        form.fields().show(refused.problems());
        assertThat(validation(form, "Number").getErrorMessage()).isEqualTo("This must be a number");
        assertThat(validation(form, "Slider").getErrorMessage()).isEqualTo("This must be a whole number from 0 to 100");
    }

    @Test
    void aDraftThatFitsNoOptionAnyMoreIsShownAsUnanswered() {
        DefinedForm form = form(EVERY_TYPE, Locale.ENGLISH);
        Answers draft = new Answers(Map.of(
                "one", StringNode.valueOf("gone"),
                "some", JSON.readTree("[\"b\", \"gone\"]"),
                "date", StringNode.valueOf("soon"),
                "yes", StringNode.valueOf("perhaps")));
        form.fields().read(view(Answers.NONE, draft), "Draft restored");

        assertThat(question(form, "One").getValue()).isEqualTo("");
        assertThat(question(form, "Some").getValue()).isEqualTo(Set.of("b"));
        assertThat(question(form, "Date").getValue()).isNull();
        assertThat(question(form, "Sure").getValue()).isEqualTo("");
    }

    @Test
    void aLongTextCountsCharactersAsPeopleSeeThem() {
        DefinedForm form = form(EVERY_TYPE, Locale.ENGLISH);
        form.showInitial();
        TextArea text = (TextArea) (Component) question(form, "Long");

        text.setValue("🎉🎉🎉");

        assertThat(text.getSuffixComponent().getElement().getText()).isEqualTo("3 / 50");
    }

    @Test
    void hintsSayWhatIsTakenInTheReadersLanguage() {
        DefinedForm form = form(EVERY_TYPE, Locale.GERMAN);

        assertThat(helper(form, "Long")).isEqualTo("Höchstens 50 Zeichen");
        assertThat(helper(form, "Date")).isEqualTo("Nicht vor 01.01.2020");
        assertThat(helper(form, "Rating")).isEqualTo("0 ist der niedrigste, 10 der höchste Wert.");
    }

    @Test
    void questionsComeAndGoWithTheAnswersAndKeepWhatWasTyped() {
        String wizard = """
                name: Stand
                steps:
                  - key: all
                    title: All
                    fields:
                      - {key: with, type: yes_no, label: With a stand, required: true}
                      - {key: height, type: number, label: Height, default: 0, show_if: {field: all.with, equals: true}}
                      - {key: why, type: short_text, label: Why not, require_if: {field: all.with, equals: false}}
                """;
        DefinedForm form = form(wizard, Locale.ENGLISH);
        form.showInitial();
        assertThat(((Component) question(form, "Height")).isVisible()).isFalse();

        answer(form, "With a stand", "yes");
        assertThat(((Component) question(form, "Height")).isVisible()).isTrue();
        assertThat(question(form, "Height").getValue()).isEqualTo("0");
        answer(form, "Height", "12");
        answer(form, "With a stand", "no");

        assertThat(((Component) question(form, "Height")).isVisible()).isFalse();
        assertThat(form.fields().changed().fields()).containsOnlyKeys("with");
        assertThat(form.fields().draftFields()).containsExactly("with");
        assertThat(question(form, "Why not").isRequiredIndicatorVisible()).isTrue();
        answer(form, "With a stand", "yes");
        assertThat(question(form, "Height").getValue()).isEqualTo("12");
        assertThat(question(form, "Why not").isRequiredIndicatorVisible()).isFalse();
    }

    @Test
    void aRequiredYesOrNoOffersNoThirdAnswer() {
        String wizard = """
                name: Sure
                steps: [{key: all, title: All, fields: [
                  {key: a, type: yes_no, label: Needed, required: true}, {key: b, type: yes_no, label: Free}]}]
                """;
        DefinedForm form = form(wizard, Locale.ENGLISH);
        form.showInitial();

        assertThat(((RadioButtonGroup<?>) (Component) question(form, "Needed"))
                        .getListDataView()
                        .getItemCount())
                .isEqualTo(2);
        assertThat(((RadioButtonGroup<?>) (Component) question(form, "Free"))
                        .getListDataView()
                        .getItemCount())
                .isEqualTo(3);
    }

    @Test
    void aConflictShowsBothValuesInThePersonsWords() {
        DefinedForm form = form(EVERY_TYPE, Locale.ENGLISH);
        form.showInitial();
        question(form, "Sure").setValue("yes");
        UI.getCurrent().add(form.content());

        form.fields()
                .show(
                        List.of(new FieldConflict("yes", JSON.readTree("true"), JSON.readTree("false"))),
                        view(new Answers(Map.of("yes", JSON.readTree("false"))), Answers.NONE));

        assertThat(form.content().getElement().getTextRecursively())
                .contains("Yes")
                .contains("No");
        assertThat(form.fields().awaitsChoice()).isTrue();
    }

    @Test
    void aStepWithoutAnythingToAskSaysSo() {
        String wizard = """
                name: Empty
                steps:
                  - key: first
                    title: First
                    fields: [{key: go, type: yes_no, label: Go}]
                  - key: all
                    title: All
                    fields: [{key: a, type: yes_no, label: Free, show_if: {field: first.go, equals: true}}]
                """;
        DefinedForm form = form(wizard, Locale.ENGLISH);
        UI.getCurrent().add(form.content());

        assertThat(_get(
                        Paragraph.class,
                        spec -> spec.withText("There is nothing to answer here after your earlier answers.")))
                .isNotNull();
    }

    private DefinedForm form(String yaml, Locale locale) {
        WizardContent wizard = read(yaml);
        return DefinedForm.of(wizard, step(wizard), Map.of(), new Words(texts, locale));
    }

    private AskedStep asked(String yaml, Answers answers) {
        return Asking.of(read(yaml), Map.of("all", answers)).getLast();
    }

    private Answers checked(String yaml, Answers answers) {
        return ((Check.Valid) StepRules.check(asked(yaml, answers), answers, Answers.NONE)).answers();
    }

    private WizardContent read(String yaml) {
        return ((Imported.Read) files.read(yaml, Locale.ENGLISH)).content();
    }

    private static StepContent step(WizardContent wizard) {
        return wizard.step("all").orElseThrow();
    }

    /** As they come from the database. */
    private static Answers reread(Answers answers) {
        return Answers.of((tools.jackson.databind.node.ObjectNode)
                JSON.readTree(answers.nested().toString()));
    }

    private static StepView view(Answers stored, Answers draft) {
        return new StepView("all", stored, draft, 1, Instant.EPOCH);
    }

    @SuppressWarnings("unchecked")
    private static HasValue<?, Object> question(DefinedForm form, String label) {
        return (HasValue<?, Object>) form.content()
                .getChildren()
                .flatMap(Component::getChildren)
                .filter(one -> one instanceof HasLabel labelled && label.equals(labelled.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private static HasValidation validation(DefinedForm form, String label) {
        return (HasValidation) (Component) question(form, label);
    }

    private static String helper(DefinedForm form, String label) {
        return ((InputField<?, ?>) (Component) question(form, label)).getHelperText();
    }

    /** As a person does it in a browser. */
    private static void answer(DefinedForm form, String label, Object value) {
        HasValue<?, Object> question = question(form, label);
        question.setValue(value);
        tell((AbstractField<?, ?>) (Component) question);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void tell(AbstractField<?, ?> field) {
        ComponentUtil.fireEvent(
                (AbstractField) field,
                new AbstractField.ComponentValueChangeEvent((AbstractField) field, field, null, true));
    }

    private record Answered(String label, Object given, String stored) {}
}
