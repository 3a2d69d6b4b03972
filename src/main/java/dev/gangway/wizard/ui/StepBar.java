package dev.gangway.wizard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.gangway.base.ui.ActionButton;

/** The buttons below a step. */
public class StepBar extends Div {

    private final Div forth = new Div();

    /**
     * A bar with what leads on.
     *
     * @param status where saving is reported
     */
    public StepBar(StatusLine status) {
        addClassName("step-bar");
        forth.addClassName("step-bar-forth");
        add(status, forth);
    }

    /** The way to the step before. */
    public StepBar back(Runnable action) {
        Button button = new Button(getTranslation("wizard.back"), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        addComponentAsFirst(button);
        return this;
    }

    /** The way past an optional step. */
    public StepBar skip(Runnable action) {
        ActionButton button = new ActionButton(
                getTranslation("wizard.skip"), getTranslation("wizard.skipping"), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        forth.add(button);
        return this;
    }

    /**
     * What the page is for; Enter in a field of the form does the same.
     *
     * @param busy what it says while the server is at it
     */
    public StepBar submit(String words, String busy, Runnable action) {
        ActionButton button = new ActionButton(words, busy, click -> action.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClassName("submit");
        forth.add(button);
        return this;
    }
}
