package dev.gangway.login;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Ends other people's login sessions when an administrator says so, and records it. */
@Service
public class ManagedLogins {

    private final LoginSessions loginSessions;
    private final AuditTrail trail;
    private final Transactions transactions;

    ManagedLogins(LoginSessions loginSessions, AuditTrail trail, Transactions transactions) {
        this.loginSessions = loginSessions;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** Ends one of the account's; false where it has no live one with the id. */
    public boolean end(UserId admin, UserId whose, UUID id) {
        return transactions.inOne(() -> {
            boolean ended = loginSessions.end(whose, id);
            if (ended) {
                trail.record(AuditEvent.by(admin, "account.login_ended").about(whose));
            }
            return ended;
        });
    }
}
