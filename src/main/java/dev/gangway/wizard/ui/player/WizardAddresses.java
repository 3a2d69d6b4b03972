package dev.gangway.wizard.ui.player;

import dev.gangway.wizard.WizardSessionId;

/** Where the pages of wizards are. */
final class WizardAddresses {

    static final String GALLERY = "wizards";
    static final String OWN = "sessions";
    static final String ONBOARDING = "onboarding";
    static final String RUN = "wizards/run/";

    private WizardAddresses() {}

    static String run(WizardSessionId id) {
        return RUN + id.value();
    }

    static String step(WizardSessionId id, String stepKey) {
        return run(id) + "/" + stepKey;
    }
}
