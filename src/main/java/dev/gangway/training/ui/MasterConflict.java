package dev.gangway.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Both values of a field that was changed in two places, for the administrator to choose. */
class MasterConflict extends Div {

    private final Button keepMine;
    private final Button keepTheirs;

    MasterConflict(TrainingWords words, String label, String mine, String theirs) {
        addClassName("conflict");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        Span title = new Span(label);
        title.addClassName("conflict-title");
        keepMine = new Button(words.of("accounts.keep_mine"));
        keepTheirs = new Button(words.of("accounts.keep_theirs"));
        add(
                title,
                value(words.of("accounts.mine"), mine, keepMine),
                value(words.of("accounts.theirs"), theirs, keepTheirs));
    }

    void onMine(Runnable chosen) {
        keepMine.addClickListener(click -> chosen.run());
    }

    void onTheirs(Runnable chosen) {
        keepTheirs.addClickListener(click -> chosen.run());
    }

    void focus() {
        keepMine.focus();
    }

    private static Div value(String whose, String value, Button keep) {
        Span label = new Span(whose);
        label.addClassName("conflict-whose");
        Span text = new Span(value);
        text.addClassName("conflict-value");
        Div row = new Div(new Div(label, text), keep);
        row.addClassName("conflict-row");
        return row;
    }
}
