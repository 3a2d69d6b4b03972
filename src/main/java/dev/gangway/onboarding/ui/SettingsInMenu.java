package dev.gangway.onboarding.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.gangway.base.security.Caller;
import dev.gangway.base.ui.MenuCondition;
import dev.gangway.onboarding.Onboardings;

/** The settings are the onboarding's values: before it is completed, there is nothing to set. */
@SpringComponent
class SettingsInMenu implements MenuCondition {

    private final Onboardings onboardings;

    SettingsInMenu(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    @Override
    public String path() {
        return SettingsView.ADDRESS;
    }

    @Override
    public boolean holds(Caller caller) {
        return onboardings.isCompleted(caller.userId());
    }
}
