package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.base.Message;
import dev.gangway.onboarding.WebsiteAnalysis;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.ui.AnswerFields;
import dev.gangway.wizard.ui.AnswerShape;
import dev.gangway.wizard.ui.StepForm;
import dev.gangway.wizard.ui.Words;
import tools.jackson.databind.JsonNode;

/** Step 2: the person's website, or what they do; and how they write, proposed from what was measured. */
class WebsiteForm implements StepForm {

    private final Words words;
    private final AnswerFields fields;
    private final Div content = new Div();
    private final TextField url;
    private final Checkbox none;
    private final TextArea description;
    private final AnalysisPanel analysis;

    WebsiteForm(Words words, SiteAnalysis site) {
        this.words = words;
        fields = new AnswerFields(words::of);
        url = new TextField(words.of("step.website.url"));
        url.setPlaceholder("example.org");
        url.setRequiredIndicatorVisible(true);
        none = new Checkbox(words.of("step.website.none"));
        description = new TextArea(words.of("step.website.description"));
        description.setHelperText(words.of("step.website.description.hint"));
        description.setRequiredIndicatorVisible(true);
        analysis = new AnalysisPanel(words, site, url::getValue, problems -> fields.show(problems), this::propose);

        fields.add("website_url", url, AnswerShape.text());
        fields.add("no_website", none, AnswerShape.flag());
        fields.add("business_description", description, AnswerShape.text());
        none.addValueChangeListener(change -> exchange());

        content.addClassName("step-form");
        content.add(
                new Card(words.of("step.website.site"), words.of("step.website.site.lead"))
                        .with(url, description, none, analysis),
                business(),
                style());
        exchange();
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public AnswerFields fields() {
        return fields;
    }

    @Override
    public void shown(StepView step) {
        exchange();
        analysis.open(step.savedAt() == null);
    }

    private void exchange() {
        boolean without = none.getValue();
        url.setVisible(!without);
        analysis.setVisible(!without);
        description.setVisible(without);
    }

    private Card business() {
        TextArea audience = new TextArea(words.of("step.website.audience"));
        TextArea goals = new TextArea(words.of("step.website.goals"));
        TextField industry = text("industry", "step.website.industry");
        industry.addClassName("wide");
        fields.add("target_audience", audience, AnswerShape.text());
        fields.add("business_goals", goals, AnswerShape.text());
        return new Card(words.of("step.website.business"), words.of("step.website.business.lead"))
                .fields(industry, audience, goals);
    }

    private Card style() {
        TextField values = new TextField(words.of("step.website.brand_values"));
        values.setHelperText(words.of("step.website.list.hint"));
        values.addClassName("wide");
        Card card = new Card(words.of("step.website.style"), words.of("step.website.style.lead"))
                .fields(
                        text("writing_style.tone", "step.website.tone"),
                        text("writing_style.formality", "step.website.formality"),
                        text("writing_style.complexity", "step.website.complexity"),
                        text("content_type", "step.website.content_type"),
                        values);
        fields.add("brand_values", values, AnswerShape.list(AnswerShape.Separator.COMMA));
        return card;
    }

    private TextField text(String path, String labelKey) {
        return fields.add(path, new TextField(words.of(labelKey)), AnswerShape.text());
    }

    private void propose(WebsiteAnalysis.Result result) {
        SiteProposals.of(result, words).forEach(proposal -> propose(proposal.path(), proposal.value(), proposal.why()));
    }

    private void propose(String path, JsonNode value, Message why) {
        fields.propose(path, value, words.of("step.website.proposed", why));
    }
}
