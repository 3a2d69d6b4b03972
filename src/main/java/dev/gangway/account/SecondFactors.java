package dev.gangway.account;

import dev.gangway.account.internal.SecondFactorSecrets;
import dev.gangway.account.internal.SecondFactorStore;
import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.security.SecurityEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The second factor of people who log in with a password: codes of an authenticator app, and recovery codes for when the
 * app is not at hand. Codes are good once. What is asked for at a log-in, {@link LogIns} says.
 */
@Service
public class SecondFactors {

    private static final String ISSUER = "Gangway";

    private final SecondFactorStore store;
    private final SecondFactorSecrets secrets;
    private final RecoveryCodes recoveryCodes;
    private final PasswordLogInProperties properties;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Transactions transactions;
    private final Clock clock;

    SecondFactors(
            SecondFactorStore store,
            SecondFactorSecrets secrets,
            RecoveryCodes recoveryCodes,
            PasswordLogInProperties properties,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.recoveryCodes = recoveryCodes;
        this.properties = properties;
        this.trail = trail;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The account's, where it is on. */
    public Optional<SecondFactor> find(UserId id) {
        return store.find(id)
                .flatMap(row -> Optional.ofNullable(row.confirmedAt())
                        .map(since -> new SecondFactor(since, row.recoveryCodes())));
    }

    /** Whether the account has to have one, has none, and logs in with a password: nothing else opens until it has. */
    public boolean isMissing(UserId id, Set<Role> roles) {
        return properties.passwords() && isRequired(roles) && store.isMissing(id);
    }

    /** Whether somebody with these roles has to have one, so that it cannot be turned off. */
    public boolean isRequired(Set<Role> roles) {
        return properties.secondFactor().holdsFor(roles);
    }

    /**
     * Begins to set one up, with a new secret in place of any that was not confirmed.
     *
     * @return empty where one is on already
     */
    public Optional<SecondFactorSetup> begin(Account account) {
        CodeKey key = secrets.next(properties.codeHash());
        return store.begin(account.id(), secrets.seal(key, account.id()), clock.instant())
                ? Optional.of(setup(account.username(), key))
                : Optional.empty();
    }

    /**
     * Turns on what was begun, once a code shows that the app knows the secret.
     *
     * @return the recovery codes, shown now and never again; empty where the code is wrong or nothing was begun
     */
    public Optional<List<String>> confirm(UserId id, String code) {
        return transactions.inOne(() -> {
            if (find(id).isPresent() || !acceptTimed(id, digits(code)) || !store.confirm(id, clock.instant())) {
                return Optional.empty();
            }
            SecurityEvent.SECOND_FACTOR_CHANGED.log(id, "by=owner what=on");
            return Optional.of(recoveryCodes.replace(id));
        });
    }

    /** New recovery codes in place of all earlier ones; empty where no second factor is on. */
    public Optional<List<String>> renewRecoveryCodes(UserId id) {
        return transactions.inOne(() -> {
            if (!store.hold(id)) {
                return Optional.empty();
            }
            SecurityEvent.SECOND_FACTOR_CHANGED.log(id, "by=owner what=recovery_codes");
            return Optional.of(recoveryCodes.replace(id));
        });
    }

    /** Turns the account's own off; false where none is on. */
    public boolean turnOff(UserId id) {
        boolean was = find(id).isPresent() && store.delete(id);
        if (was) {
            SecurityEvent.SECOND_FACTOR_CHANGED.log(id, "by=owner what=off");
        }
        return was;
    }

    /**
     * Takes it off somebody who lost it, on the word of an administrator who has made sure who that is; the account is
     * logged out everywhere. False where none is on.
     */
    public boolean takeOff(UserId admin, UserId id) {
        return transactions.inOne(() -> {
            if (find(id).isEmpty() || !store.delete(id)) {
                return false;
            }
            trail.record(AuditEvent.by(admin, "account.second_factor_removed").about(id));
            SecurityEvent.SECOND_FACTOR_CHANGED.log(id, "by=administrator what=off");
            events.publishEvent(new AccountShutOut(id));
            return true;
        });
    }

    /** Whether the code is the app's of now or a recovery code, and was not used before; it is used up. */
    boolean accept(UserId id, String typed) {
        String timed = digits(typed);
        return timed.isEmpty() ? recoveryCodes.accept(id, typed) : acceptTimed(id, timed);
    }

    private boolean acceptTimed(UserId id, String code) {
        Instant now = clock.instant();
        OptionalLong step = store.find(id)
                .map(row -> Totp.stepOf(code, secrets.open(row.secret(), id), now))
                .orElse(OptionalLong.empty());
        return step.isPresent() && store.use(id, step.getAsLong());
    }

    /** The six digits, however they are spaced; empty for what is no such code. */
    private static String digits(String typed) {
        String code = typed.replaceAll("\\s", "");
        return code.matches("[0-9]{" + Totp.DIGITS + "}") ? code : "";
    }

    private static SecondFactorSetup setup(String name, CodeKey key) {
        String secret = Base32.encode(key.secret());
        String label =
                URLEncoder.encode(ISSUER + ":" + name, StandardCharsets.UTF_8).replace("+", "%20");
        return new SecondFactorSetup(
                secret,
                "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + ISSUER + "&algorithm=" + key.hash()
                        + "&digits=" + Totp.DIGITS + "&period=" + Totp.STEP_SECONDS);
    }
}
