package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.wizard.ui.StatusLine;
import dev.gangway.wizard.ui.StepBar;
import dev.gangway.wizard.ui.StepEditor;
import dev.gangway.wizard.ui.StepForm;
import dev.gangway.wizard.ui.StepPage;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes the sections of the settings: the form of each step with its own Save. */
@Component
class SettingsSections {

    private final OnboardingForms forms;
    private final Clock clock;

    SettingsSections(OnboardingForms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /** The section of one step, as the caller's answers are stored now. */
    StepPage section(OnboardingStep step) {
        UI ui = UI.getCurrent();
        String title = ui.getTranslation(step.titleKey());
        StepPage section = StepPage.section(title, ui.getTranslation("onboarding.step." + step.key() + ".lead"));
        section.setId(step.key());
        StatusLine line = new StatusLine();
        StepForm form = forms.form(step, ui.getLocale());
        StepEditor editor = new StepEditor(form, section, line, forms.revising(step), clock);
        section.add(
                form.content(),
                new StepBar(line)
                        .submit(
                                ui.getTranslation("settings.save", title),
                                ui.getTranslation("settings.save.busy"),
                                () -> editor.submit().ifPresent(stored -> editor.reopen())));
        editor.open();
        putUnderHeading(form.content());
        return section;
    }

    /** The cards of a form stand under the section's heading here, in the wizard under the page's. */
    private static void putUnderHeading(com.vaadin.flow.component.Component part) {
        if (part instanceof H2) {
            part.getElement().setAttribute("aria-level", "3");
        }
        part.getChildren().forEach(SettingsSections::putUnderHeading);
    }
}
