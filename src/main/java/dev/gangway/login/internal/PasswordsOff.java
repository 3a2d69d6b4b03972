package dev.gangway.login.internal;

import dev.gangway.account.PasswordLogInProperties;
import dev.gangway.login.SingleSignOnProperties;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Where nobody logs in with a password any more, nobody stays logged in by one either, from before the server listens. Refuses
 * to start where that would leave no way in.
 */
@Component
@ConditionalOnWebApplication
class PasswordsOff implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordsOff.class);

    private final PasswordLogInProperties properties;
    private final LoginSessionStore store;
    private final Clock clock;

    PasswordsOff(
            PasswordLogInProperties properties,
            SingleSignOnProperties singleSignOn,
            LoginSessionStore store,
            Clock clock) {
        if (!properties.passwords() && !singleSignOn.isForBrowsers()) {
            throw new NoWayIn();
        }
        this.properties = properties;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!properties.passwords()) {
            int ended = store.endOfPasswords(clock.instant());
            if (ended > 0) {
                LOG.info("Passwords let nobody in any more; {} login sessions that began with one were ended", ended);
            }
        }
    }
}
