package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.base.ui.Toast;
import dev.gangway.live.LiveChanges;
import dev.gangway.live.ui.Following;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;

/** After the onboarding: the values of its steps, each saved by itself. Before, it leads to the onboarding. */
@Route(SettingsView.ADDRESS)
@Menu(title = "menu.settings", icon = "sliders", order = 80)
@RolesAllowed(Role.USER_NAME)
public class SettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "settings";

    private final Onboardings onboardings;
    private final SettingsSections sections;
    private final CurrentCaller caller;

    SettingsView(Onboardings onboardings, SettingsSections sections, CurrentCaller caller, LiveChanges live) {
        this.onboardings = onboardings;
        this.sections = sections;
        this.caller = caller;
        addClassNames("page", "settings");
        new Following(this, live, Onboardings.CHANGED, caller.get().userId().value(), change -> follow());
    }

    /** Where the onboarding was erased elsewhere, there is nothing to set any more. */
    private void follow() {
        if (!onboardings.status(caller.get().userId()).completed()) {
            Toast.success(getTranslation("onboarding.elsewhere.changed"));
            getUI().ifPresent(ui -> ui.navigate(OnboardingView.class));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!onboardings.status(caller.get().userId()).completed()) {
            event.forwardTo(OnboardingView.class);
            return;
        }
        Div head = new Div(new H1(getTranslation("menu.settings")), new Paragraph(getTranslation("settings.lead")));
        head.addClassName("page-head");
        removeAll();
        add(head);
        Arrays.stream(OnboardingStep.values())
                .filter(step -> step != OnboardingStep.SUMMARY)
                .forEach(step -> add(sections.section(step)));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("menu.settings"));
    }

    static String address(OnboardingStep step) {
        return ADDRESS + "#" + step.key();
    }
}
