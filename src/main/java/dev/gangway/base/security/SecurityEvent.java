package dev.gangway.base.security;

import dev.gangway.base.UserId;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What somebody who watches over the server wants to hear of, one line of the log each, by the logger {@value #LOGGER}.
 *
 * <p>A line names the kind and details that are ours: an account's id, a kind of log-in, a reason. What a caller sent, names,
 * addresses and secrets are in none; the request's id, which every line bears, leads to the load balancer's log.
 */
public enum SecurityEvent {
    /** A login session has begun. */
    LOGGED_IN(Level.INFO),
    /** Login sessions were ended before their time. */
    LOGGED_OUT(Level.INFO),
    /** A password was wrong, or nobody has that name. */
    PASSWORD_REFUSED(Level.WARN),
    /** Somebody whom the identity provider sent was not let in. */
    SIGN_ON_REFUSED(Level.WARN),
    /** A bearer token lets nobody in. */
    TOKEN_REFUSED(Level.WARN),
    /** After too many failures no password is even looked at. */
    LOG_IN_THROTTLED(Level.WARN),
    /** An account has another password. */
    PASSWORD_CHANGED(Level.INFO),
    /** Somebody can choose an account's password by a link. */
    PASSWORD_LINK_MADE(Level.INFO),
    /** The password was right and the code of the second factor was not. */
    SECOND_FACTOR_REFUSED(Level.WARN),
    /** A second factor was turned on or off, or has other recovery codes. */
    SECOND_FACTOR_CHANGED(Level.INFO),
    /** A recovery code took the place of the authenticator app. */
    RECOVERY_CODE_USED(Level.WARN),
    /** Somebody asked for what their roles do not allow. */
    ACCESS_REFUSED(Level.WARN),
    /** Requests came faster than is allowed; told once a minute for each caller. */
    RATE_LIMITED(Level.WARN),
    /** A page of another site tried to act in a person's name. */
    FOREIGN_SITE_REFUSED(Level.WARN),
    /** A request was no such thing as our pages and programs send. */
    INPUT_REFUSED(Level.INFO),
    /** Somebody would have the server call an address that is not public. */
    ADDRESS_REFUSED(Level.WARN);

    /** The name of the logger. */
    public static final String LOGGER = "gangway.security";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final Level level;

    SecurityEvent(Level level) {
        this.level = level;
    }

    /** Logs that it happened, how, to or by whoever is logged in. */
    public void log(String how) {
        LOG.atLevel(level).addKeyValue("event.action", word()).log("{} {}", word(), how);
    }

    /** Logs that it happened to an account, and how. */
    public void log(UserId account, String how) {
        LOG.atLevel(level)
                .addKeyValue("event.action", word())
                .addKeyValue("account", account.value())
                .log("{} account={} {}", word(), account.value(), how);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
