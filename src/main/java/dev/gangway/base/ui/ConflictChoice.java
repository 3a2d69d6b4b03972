package dev.gangway.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Shows both values of a field that was changed in two places, for the person to choose. */
public class ConflictChoice extends Div {

    private final Button keepMine = new Button(getTranslation("conflict.keep_mine"));

    /**
     * A choice that is not made yet; once it is, it goes away.
     *
     * @param title what it is about
     * @param mine the value that the person has on the page
     * @param theirs the value that was saved meanwhile
     * @param chosenMine what happens where the first stays
     * @param chosenTheirs what happens where the second is taken over
     */
    public ConflictChoice(String title, String mine, String theirs, Runnable chosenMine, Runnable chosenTheirs) {
        addClassName("conflict");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", title);
        Paragraph words = new Paragraph(title);
        words.addClassName("conflict-title");
        keepMine.addClickListener(click -> choose(chosenMine));
        Button keepTheirs = new Button(getTranslation("conflict.keep_theirs"), click -> choose(chosenTheirs));
        add(words, value("conflict.mine", mine, keepMine), value("conflict.theirs", theirs, keepTheirs));
    }

    /** Puts the focus on the first of both. */
    public void focus() {
        keepMine.focus();
    }

    /** Takes the question away, answered or not. */
    public void close() {
        getElement().removeFromParent();
    }

    private void choose(Runnable value) {
        close();
        value.run();
    }

    private Div value(String whose, String value, Button keep) {
        Span label = new Span(getTranslation(whose));
        label.addClassName("conflict-whose");
        Span text = new Span(value.isBlank() ? getTranslation("conflict.empty") : value);
        text.addClassName("conflict-value");
        Div row = new Div(new Div(label, text), keep);
        row.addClassName("conflict-row");
        return row;
    }
}
