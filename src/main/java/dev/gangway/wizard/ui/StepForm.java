package dev.gangway.wizard.ui;

import com.vaadin.flow.component.Component;
import dev.gangway.wizard.StepView;

/** The questions of one step; knows no service: what it needs to look up or to start comes as functions. */
public interface StepForm {

    /** What the person sees. */
    Component content();

    /** The questions, tied to the answers. */
    AnswerFields fields();

    /** Called whenever the step was read, for what a form shows besides its fields. */
    default void shown(StepView step) {}
}
