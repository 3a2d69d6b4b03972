package dev.gangway.onboarding.internal;

import dev.gangway.live.LiveChanges;
import dev.gangway.onboarding.OnboardingChanged;
import dev.gangway.onboarding.Onboardings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the open pages of an account, on every device and replica, that its onboarding has changed. */
@Component
class ToldOnboardings {

    private final LiveChanges live;

    ToldOnboardings(LiveChanges live) {
        this.live = live;
    }

    @EventListener
    void on(OnboardingChanged change) {
        live.publish(Onboardings.CHANGED, change.userId().value());
    }
}
