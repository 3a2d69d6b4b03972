package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Icon;
import dev.gangway.onboarding.proposal.PersonaProposal;
import dev.gangway.onboarding.proposal.PersonaProposal.QualityMetric;
import dev.gangway.wizard.ui.Words;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Proposes a persona on request, and shows how far the proposal can be relied on, each figure with its formula. */
class PersonaPanel extends Div {

    private static final int MOST = 100;

    private final Words words;
    private final Paragraph outcome = new Paragraph();
    private final Div metrics = new Div();

    /**
     * @param proposals makes one from what is stored
     * @param fill puts it into the fields that the person did not answer; answers how many values were
     */
    PersonaPanel(Words words, Supplier<PersonaProposal> proposals, ToIntFunction<PersonaProposal> fill) {
        this.words = words;
        addClassName("generate");
        ActionButton generate =
                new ActionButton(words.of("step.persona.generate"), words.of("step.persona.generate.busy"), click -> {
                    PersonaProposal proposal = proposals.get();
                    outcome.setText(words.of("step.persona.generated", fill.applyAsInt(proposal)));
                    show(proposal.qualityMetrics());
                });
        generate.setPrefixComponent(new Icon("spark"));
        generate.addThemeVariants(ButtonVariant.PRIMARY);
        outcome.getElement().setAttribute("role", "status");
        outcome.addClassName("quiet");
        metrics.addClassName("metrics");
        Div row = new Div(generate, outcome);
        row.addClassName("row");
        add(row, metrics);
    }

    /** Shows how far a proposal can be relied on. */
    void show(Map<String, QualityMetric> quality) {
        metrics.removeAll();
        metrics.add(new H3(words.of("step.persona.metrics")));
        quality.forEach((name, metric) -> metrics.add(row(name, metric)));
    }

    private Div row(String name, QualityMetric metric) {
        Span label = new Span(words.of("metric." + name));
        label.setId("metric-" + name);
        label.addClassName("metric-name");
        Paragraph formula = new Paragraph(metric.formula());
        formula.addClassName("quiet");
        Div row = new Div(
                label,
                new Span(words.of("metric.value", metric.value(), MOST)),
                new Meter(metric.value(), MOST, "metric-" + name),
                formula);
        row.addClassName("metric");
        return row;
    }
}
