package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.Onboardings;
import jakarta.annotation.security.PermitAll;

/** The first address: leads to the page that a person needs first, by role and by how far the onboarding is. */
@Route("")
@PermitAll
public class RootView extends Div implements BeforeEnterObserver {

    private final Onboardings onboardings;
    private final CurrentCaller caller;

    RootView(Onboardings onboardings, CurrentCaller caller) {
        this.onboardings = onboardings;
        this.caller = caller;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Caller person = caller.get();
        if (!person.is(Role.USER)) {
            event.forwardTo("account");
        } else if (onboardings.status(person.userId()).completed()) {
            event.forwardTo(SettingsView.class);
        } else {
            event.forwardTo(OnboardingView.class);
        }
    }
}
