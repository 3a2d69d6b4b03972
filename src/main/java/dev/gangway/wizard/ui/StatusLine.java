package dev.gangway.wizard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Says when the last was saved, or what went wrong; read out by screen readers as it changes. */
public class StatusLine extends Div {

    private final Span text = new Span();

    /** Nothing said yet. */
    public StatusLine() {
        addClassName("status-line");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "polite");
        add(text);
    }

    /** Something went as it should. */
    public void says(String words) {
        removeClassName("failed");
        text.setText(words);
    }

    /** Something did not. */
    public void fails(String words) {
        addClassName("failed");
        text.setText(words);
    }
}
