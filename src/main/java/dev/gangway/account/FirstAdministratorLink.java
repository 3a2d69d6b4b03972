package dev.gangway.account;

import dev.gangway.base.DemoMode;
import dev.gangway.base.security.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prints the link for the first administrator where there is none and this is no demonstration. Where nobody logs in with a
 * password, the identity provider says who is one.
 */
@Component
@Order(2)
@ConditionalOnWebApplication
class FirstAdministratorLink implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorLink.class);

    private final DemoMode demo;
    private final Accounts accounts;
    private final FirstAdministrator first;
    private final PasswordLogInProperties properties;

    FirstAdministratorLink(
            DemoMode demo, Accounts accounts, FirstAdministrator first, PasswordLogInProperties properties) {
        this.demo = demo;
        this.properties = properties;
        this.accounts = accounts;
        this.first = first;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!properties.passwords() || demo.enabled() || accounts.anyWith(Role.ADMIN)) {
            return;
        }
        first.invite()
                .ifPresentOrElse(
                        token -> LOG.warn(
                                "There is no administrator yet. Open this address of the server within 24 hours to make"
                                        + " one: /first-administrator#{}",
                                token),
                        () -> LOG.warn("There is no administrator yet. The link to make one is in the log of another"
                                + " replica, or comes with a start a minute from now"));
    }
}
