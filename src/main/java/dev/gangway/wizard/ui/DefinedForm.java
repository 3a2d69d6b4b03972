package dev.gangway.wizard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.definition.AskedStep.AskedField;
import dev.gangway.wizard.definition.Asking;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.definition.WizardContent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The form of one step of a defined wizard: one question for each of its fields.
 *
 * <p>Questions come and go as the answers on the page change, and keep what was typed; the server decides again what is
 * asked when the step is submitted.
 */
public final class DefinedForm implements StepForm {

    private final StepContent step;
    private final Function<Answers, AskedStep> asked;
    private final AnswerFields fields;
    private final Map<String, Component> questions = new LinkedHashMap<>();
    private final Paragraph nothing;
    private final Div content = new Div();

    /**
     * @param step what its author wrote
     * @param asked what is asked for what is on the page
     */
    public DefinedForm(StepContent step, Function<Answers, AskedStep> asked, Words words) {
        this.step = step;
        this.asked = asked;
        fields = new AnswerFields(words::of);
        Questions all = new Questions(fields, words);
        Div card = new Div();
        card.addClassNames("card", "questions");
        step.fields().forEach(field -> questions.put(field.key(), all.ask(field)));
        questions.values().forEach(card::add);
        nothing = new Paragraph(words.of("question.nothing_asked"));
        card.add(nothing);
        content.addClassName("step-form");
        content.add(card);
        fields.watch(this::ask);
        ask();
    }

    /**
     * The form of a step whose conditions look at the answers of the wizard's other steps.
     *
     * @param others the answers of the other steps, by step key
     */
    public static DefinedForm of(WizardContent wizard, StepContent step, Map<String, Answers> others, Words words) {
        return new DefinedForm(step, answers -> asked(wizard, step, others, answers), words);
    }

    private static AskedStep asked(
            WizardContent wizard, StepContent step, Map<String, Answers> others, Answers answers) {
        Map<String, Answers> all = new HashMap<>(others);
        all.put(step.key(), answers);
        return Asking.of(wizard, all).stream()
                .filter(one -> one.content().key().equals(step.key()))
                .findFirst()
                .orElseGet(() -> new AskedStep(step, step.required(), List.of()));
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public AnswerFields fields() {
        return fields;
    }

    /** Shows the form as whoever comes first sees it, with its author's defaults. */
    public void showInitial() {
        Map<String, JsonNode> initial = new LinkedHashMap<>();
        for (Field field : step.fields()) {
            if (field.initial() != null) {
                initial.put(field.key(), field.initial());
            }
        }
        fields.read(new StepView(step.key(), new Answers(initial), Answers.NONE, 0, null), "");
    }

    private void ask() {
        Map<String, AskedField> now = new HashMap<>();
        asked.apply(fields.current())
                .fields()
                .forEach(field -> now.put(field.field().key(), field));
        fields.ask(now::containsKey);
        now.forEach((key, field) -> {
            if (questions.get(key) instanceof HasValue<?, ?> question) {
                question.setRequiredIndicatorVisible(field.required());
            }
        });
        nothing.setVisible(now.isEmpty());
    }
}
