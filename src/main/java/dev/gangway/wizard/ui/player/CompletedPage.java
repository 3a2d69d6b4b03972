package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.gangway.base.ui.Moments;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.ui.StepPage;
import dev.gangway.wizard.ui.Words;
import java.util.Objects;

/** A completed wizard session: every answer as the database has it, to read and to save as a template. */
class CompletedPage extends StepPage {

    CompletedPage(WizardSessionView view, Words words, TemplateSaving saving) {
        super(words.of("player.completed"), view.session().name(), lead(view.session(), words));
        addClassName("completed-page");
        Button save = new Button(words.of("template.save"), click -> saving.ask());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div bar = new Div(new Anchor(WizardAddresses.OWN, words.of("menu.sessions")), save);
        bar.addClassName("step-bar");
        add(new AnswerList(view, words), bar);
    }

    private static String lead(WizardSession run, Words words) {
        return words.of(
                "player.completed.lead",
                Moments.at(UI.getCurrent()).dateAndTime(Objects.requireNonNull(run.completedAt())),
                Durations.words(Objects.requireNonNullElse(run.totalTimeSeconds(), 0L), words));
    }
}
