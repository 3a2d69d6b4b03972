package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import dev.gangway.onboarding.Research;
import dev.gangway.wizard.ui.AnswerFields;
import dev.gangway.wizard.ui.AnswerShape;
import dev.gangway.wizard.ui.StepForm;
import dev.gangway.wizard.ui.Words;
import java.util.Locale;

/** Step 3: how much is researched, and what for. */
class ResearchForm implements StepForm {

    private final AnswerFields fields;
    private final Div content = new Div();

    ResearchForm(Words words) {
        fields = new AnswerFields(words::of);

        RadioButtonGroup<String> depth = new RadioButtonGroup<>(words.of("step.research.depth"));
        depth.addClassName("across");
        depth.setItems(Research.DEPTHS);
        depth.setItemLabelGenerator(item -> words.of("step.research.depth." + id(item)));
        depth.setHelperText(words.of("step.research.depth.hint"));
        depth.setRequiredIndicatorVisible(true);

        CheckboxGroup<String> types = new CheckboxGroup<>(words.of("step.research.types"));
        types.addClassName("across");
        types.setItems(Research.CONTENT_TYPES);
        types.setItemLabelGenerator(item -> words.of("step.research.types." + id(item)));
        types.setHelperText(words.of("step.research.types.hint"));

        Checkbox automatic = new Checkbox(words.of("step.research.auto"));
        automatic.setHelperText(words.of("step.research.auto.hint"));
        Checkbox factual = new Checkbox(words.of("step.research.factual"));
        factual.setHelperText(words.of("step.research.factual.hint"));

        TextArea competitors = new TextArea(words.of("step.research.competitors"));
        competitors.setHelperText(words.of("step.research.competitors.hint", Research.MAX_COMPETITORS));
        competitors.setPlaceholder("example.com");

        fields.add("research_depth", depth, AnswerShape.choice());
        fields.add("content_types", types, AnswerShape.choices(Research.CONTENT_TYPES));
        fields.add("auto_research", automatic, AnswerShape.flag());
        fields.add("factual_content", factual, AnswerShape.flag());
        fields.add("competitors", competitors, AnswerShape.list(AnswerShape.Separator.LINE));

        content.addClassName("step-form");
        content.add(
                new Card(words.of("step.research.scope"), words.of("step.research.scope.lead")).with(depth, types),
                new Card(words.of("step.research.rules"), "").fields(automatic, factual),
                new Card(words.of("step.research.market"), words.of("step.research.market.lead")).with(competitors));
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public AnswerFields fields() {
        return fields;
    }

    private static String id(String item) {
        return item.toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
