package dev.gangway.wizard.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a wizard session: how far it is, and below that one step of it. */
public final class WizardPanel extends Div {

    private final WizardProgress progress;
    private @Nullable StepPage shown;
    private boolean isMoving;

    /**
     * @param name what the wizard is called
     */
    public WizardPanel(String name) {
        progress = new WizardProgress(name);
        addClassName("wizard");
        add(progress);
    }

    /**
     * Shows where the wizard session stands.
     *
     * @param percent 0 to 100
     */
    public void progress(List<ProgressStep> steps, int percent) {
        progress.show(steps, percent);
    }

    /** Tells that the person came from another page of the product, so that the first step's heading gets the focus too. */
    public void entered() {
        isMoving = true;
    }

    /** Shows a step in place of the one before; whoever moved on to it finds the focus on its heading. */
    public void show(StepPage page) {
        if (shown != null) {
            remove(shown);
        }
        shown = page;
        add(page);
        if (isMoving) {
            page.focusHeading();
        }
        isMoving = true;
    }
}
