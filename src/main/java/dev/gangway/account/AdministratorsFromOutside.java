package dev.gangway.account;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.security.Role;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Makes administrators for whoever has the machine or its log in hand instead of an account, and records that it was done. */
@Service
public class AdministratorsFromOutside {

    private final Accounts accounts;
    private final AuditTrail trail;
    private final TransactionOperations transaction;

    AdministratorsFromOutside(Accounts accounts, AuditTrail trail, TransactionOperations transaction) {
        this.accounts = accounts;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Makes an administrator.
     *
     * @param through what was used for it, as the audit trail is to say it: {@code create-admin}
     */
    public AccountOutcome create(String username, String password, String through) {
        return Objects.requireNonNull(transaction.execute(status -> {
            AccountOutcome made = accounts.create(NewAccount.named(username, Role.ADMIN), password);
            switch (made) {
                case AccountOutcome.Saved(Account account) ->
                    trail.record(AuditEvent.bySystem("account.created")
                            .about(account.id())
                            .with("roles", AccountRules.names(account.roles()))
                            .with("through", through)
                            .personal("username", account.username()));
                case AccountOutcome.Invalid invalid -> status.setRollbackOnly();
            }
            return made;
        }));
    }
}
