package dev.gangway.wizard.ui;

import com.vaadin.flow.component.html.Div;

/** Says when the last was saved, or what went wrong; read out by screen readers as it changes. */
public class StatusLine extends Div {

    /** Nothing said yet. */
    public StatusLine() {
        addClassName("status-line");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Something went as it should. */
    public void says(String words) {
        removeClassName("failed");
        setText(words);
    }

    /** Something did not. */
    public void fails(String words) {
        addClassName("failed");
        setText(words);
    }
}
