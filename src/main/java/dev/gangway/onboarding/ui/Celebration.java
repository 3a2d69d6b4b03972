package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gangway.base.ui.Icon;
import dev.gangway.onboarding.KBlock;
import dev.gangway.wizard.ui.Words;

/** A short celebration of the first declaration; who asked for reduced motion sees the words without the confetti. */
class Celebration extends Div {

    private static final int CONFETTI = 14;

    Celebration(KBlock block, Words words) {
        addClassName("celebration");
        getElement().setAttribute("role", "status");
        Div confetti = new Div();
        confetti.addClassName("confetti");
        confetti.getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < CONFETTI; i++) {
            confetti.add(new Span());
        }
        Paragraph title = new Paragraph(words.of("onboarding.celebration"));
        title.addClassName("notice-title");
        Span reading = new Span(words.of("celebration.reading", block.loss(), clarity(block, words)));
        reading.addClassName("pill");
        Icon sign = new Icon("spark");
        sign.addClassName("celebration-sign");
        add(confetti, sign, new Div(title, new Paragraph(words.of("celebration.block", block.title())), reading));
    }

    /** How clear the declaration is, in words. */
    static String clarity(KBlock block, Words words) {
        return words.of("clarity." + block.justification().replace(' ', '_').replace('-', '_'));
    }
}
