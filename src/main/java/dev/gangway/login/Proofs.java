package dev.gangway.login;

import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.account.LogInOutcome;
import dev.gangway.account.LogIns;
import dev.gangway.account.PasswordLogInProperties;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.RecentProof;
import dev.gangway.login.internal.LoginProperties;
import dev.gangway.login.internal.ProofStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Has people prove again who they are: by their password, or by a fresh log-in where it is the identity provider that
 * knows them. A log-in is a proof too.
 */
@Service
public class Proofs implements RecentProof {

    private final ProofStore store;
    private final LogIns logIns;
    private final Accounts accounts;
    private final PasswordLogInProperties passwords;
    private final LoginProperties properties;
    private final Clock clock;

    Proofs(
            ProofStore store,
            LogIns logIns,
            Accounts accounts,
            PasswordLogInProperties passwords,
            LoginProperties properties,
            Clock clock) {
        this.store = store;
        this.logIns = logIns;
        this.accounts = accounts;
        this.passwords = passwords;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean isRecent(Caller caller) {
        return store.isSince(caller.loginSessionId(), clock.instant().minus(properties.proofHolds()));
    }

    @Override
    public Duration holds() {
        return properties.proofHolds();
    }

    /** Whether the caller has a password to prove it by; otherwise only a fresh log-in is a proof. */
    public boolean isByPassword(Caller caller) {
        return passwords.passwords()
                && accounts.find(caller.userId()).map(Account::hasPassword).orElse(false);
    }

    /**
     * Notes when the identity provider last made sure of the person; a log-in there may be an old one that still holds.
     *
     * @param moment null: it does not say, so there is no proof
     */
    public void noteProvider(UUID loginSession, @Nullable Instant moment) {
        store.note(loginSession, moment == null ? Instant.EPOCH : moment);
    }

    /** Takes the password as a proof; wrong ones count like failed log-ins. */
    public ProofOutcome give(Caller caller, String password, Origin origin) {
        return switch (logIns.prove(caller.userId(), password, origin.ipAddress())) {
            case LogInOutcome.Accepted _ -> {
                store.note(caller.loginSessionId(), clock.instant());
                yield ProofOutcome.GIVEN;
            }
            case LogInOutcome.Throttled _ -> ProofOutcome.THROTTLED;
            case LogInOutcome.Refused _, LogInOutcome.CodeNeeded _, LogInOutcome.CodeRefused _ -> ProofOutcome.WRONG;
        };
    }
}
