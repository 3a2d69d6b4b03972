package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.ui.Words;

/** One wizard of the gallery. */
class WizardCard extends Div {

    WizardCard(Wizard wizard, Words words, Runnable start) {
        addClassNames("card", "wizard-card");
        Paragraph description = new Paragraph(wizard.description());
        description.addClassName("quiet");
        description.setVisible(!wizard.description().isBlank());
        Span steps = new Span(words.of("gallery.steps", wizard.steps()));
        Div figures = new Div(steps);
        figures.addClassNames("wizard-figures", "quiet");
        Integer minutes = wizard.estimatedMinutes();
        if (minutes != null) {
            figures.addComponentAsFirst(new Span(words.of("gallery.minutes", minutes)));
        }
        Button button = new Button(words.of("gallery.start"), click -> start.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setAriaLabel(words.of("gallery.start.of", wizard.name()));
        Div foot = new Div(figures, button);
        foot.addClassName("wizard-card-foot");
        add(new H3(wizard.name()), description, foot);
    }
}
