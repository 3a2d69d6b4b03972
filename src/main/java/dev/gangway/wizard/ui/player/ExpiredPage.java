package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.ui.Notice;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.ui.StepPage;
import dev.gangway.wizard.ui.Words;

/** A wizard session whose wizard came to an end first: what was answered is still there to read. */
class ExpiredPage extends StepPage {

    ExpiredPage(WizardSessionView view, Words words) {
        super(words.of("player.expired"), view.session().name(), words.of("player.expired.lead"));
        notice(new Notice(
                Notice.Kind.WARNING, words.of("player.expired.title"), new Paragraph(words.of("player.expired.text"))));
        Div bar = new Div(
                new Anchor(WizardAddresses.OWN, words.of("menu.sessions")),
                new Anchor(WizardAddresses.GALLERY, words.of("menu.wizards")));
        bar.addClassName("step-bar");
        add(new AnswerList(view, words), bar);
    }
}
