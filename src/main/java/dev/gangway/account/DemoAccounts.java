package dev.gangway.account;

import dev.gangway.base.DemoMode;
import dev.gangway.base.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Makes the accounts of a demonstration where they are missing: {@code user}, {@code user2},
 * {@code trainer} and {@code admin}, all with the password {@code gangway-demo}. Where this is no demonstration any more,
 * or a backup of one was restored, whoever of them still has that password is shut out, before the server listens: a moment
 * as administrator would be enough to stay one under another name.
 */
@Component
@ConditionalOnWebApplication
class DemoAccounts implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
    private static final String PASSWORD = "gangway-demo";
    private static final List<NewAccount> WANTED = List.of(
            NewAccount.named("user", Role.USER),
            NewAccount.named("user2", Role.USER),
            NewAccount.named("trainer", Role.TRAINER),
            NewAccount.named("admin", Role.ADMIN));

    private final DemoMode demo;
    private final Accounts accounts;
    private final Passwords passwords;

    DemoAccounts(DemoMode demo, Accounts accounts, Passwords passwords) {
        this.demo = demo;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (demo.enabled()) {
            make();
        } else {
            shutOut();
        }
    }

    /** Disables those that still have the password. */
    void shutOut() {
        for (NewAccount known : WANTED) {
            if (accounts.shutOut(known.username(), PASSWORD)) {
                LOG.warn(
                        "This is no demonstration, so the account {} is disabled: everyone knows its password",
                        known.username());
            }
        }
    }

    private void make() {
        @Nullable String hash = null; // costs 50 ms, so only when an account is missing, and once for all of them
        for (NewAccount wanted : WANTED) {
            if (accounts.findByName(wanted.username()).isEmpty()) {
                hash = hash == null ? passwords.hash(PASSWORD) : hash;
                create(wanted, hash);
            }
        }
    }

    private void create(NewAccount wanted, String hash) {
        try {
            accounts.createForDemo(wanted, hash);
        } catch (DuplicateKeyException madeByAnotherReplica) {
            LOG.debug("{} was made meanwhile", wanted.username());
        }
    }
}
