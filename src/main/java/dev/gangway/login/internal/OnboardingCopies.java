package dev.gangway.login.internal;

import dev.gangway.onboarding.OnboardingChanged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the copies in live login sessions right at each change of an onboarding, in the transaction of the change. Where
 * that fails the change still stands; the failure is counted as {@code gangway.login.copy.failures} and logged.
 */
@Component
class OnboardingCopies {

    private static final Logger LOG = LoggerFactory.getLogger(OnboardingCopies.class);

    private final CopyStore store;
    private final Clock clock;
    private final Counter failures;

    OnboardingCopies(CopyStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.failures = Counter.builder("gangway.login.copy.failures")
                .description("Changes of an onboarding that could not be copied to login sessions at once")
                .register(meters);
    }

    @EventListener
    void on(OnboardingChanged change) {
        store.copyOnboarding(change.userId(), clock.instant()).ifPresent(problem -> {
            failures.increment();
            LOG.warn("The onboarding of {} was not copied to its login sessions: {}", change.userId(), problem);
        });
    }
}
