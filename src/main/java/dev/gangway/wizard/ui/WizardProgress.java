package dev.gangway.wizard.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;

/**
 * How far a wizard session is: a bar with whole per cent, and all steps with their states in words. The stylesheet numbers
 * them.
 */
public class WizardProgress extends Div {

    private static final String WORDS = "wizard-percent";

    private final OrderedList list = new OrderedList();
    private final ProgressBar bar = new ProgressBar(0, 100);
    private final Paragraph words = new Paragraph();

    /**
     * @param name what the wizard is called
     */
    public WizardProgress(String name) {
        addClassName("wizard-progress");
        Paragraph title = new Paragraph(name);
        title.addClassName("wizard-name");
        words.setId(WORDS);
        words.addClassName("wizard-percent");
        bar.getElement().setAttribute("aria-labelledby", WORDS);
        list.getElement().setAttribute("aria-label", getTranslation("wizard.progress"));
        list.addClassName("wizard-steps");
        Div head = new Div(title, words);
        head.addClassName("wizard-progress-head");
        add(head, bar, list);
    }

    /**
     * Shows where the wizard session stands.
     *
     * @param percent 0 to 100
     */
    public void show(List<ProgressStep> steps, int percent) {
        bar.setValue(percent);
        words.setText(getTranslation("wizard.percent", percent));
        list.removeAll();
        steps.forEach(step -> list.add(item(step)));
    }

    private ListItem item(ProgressStep step) {
        Span title = new Span(step.title());
        title.addClassName("wizard-step-title");
        Span state = new Span(state(step));
        state.addClassName("wizard-step-state");
        ListItem item = new ListItem();
        item.addClassNames("wizard-item", step.state().word());
        if (step.here() || step.state() == ProgressStep.State.LOCKED) {
            item.addClassName("wizard-link");
            item.add(title, state);
        } else {
            Anchor link = new Anchor(step.address());
            link.addClassName("wizard-link");
            link.add(title, state);
            item.add(link);
        }
        if (step.here()) {
            item.addClassName("here");
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }

    private String state(ProgressStep step) {
        String became = getTranslation("wizard.state." + step.state().word());
        if (!step.here()) {
            return became;
        }
        String current = getTranslation("wizard.state.current");
        return step.state() == ProgressStep.State.OPEN ? current : current + ", " + became;
    }
}
