package dev.gangway.login.internal;

import dev.gangway.base.security.CallerAuthentication;
import dev.gangway.base.security.Tokens;
import dev.gangway.login.KnownLogin;
import dev.gangway.login.LoginCookie;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.NewLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Knows the person behind a page's request by the login cookie, looked up at every request: a log-in survives restarts and
 * replicas, and one that was ended elsewhere ends here at once.
 *
 * <p>Only while the database cannot be asked, the answer it gave last to the same browser holds for some minutes, so that
 * a page can say what is wrong and go on by itself when the database is back. What an open page asks by itself lets in
 * likewise, but is no use of the login session.
 */
@Component
class CookieSecurityContexts implements SecurityContextRepository {

    private static final Logger LOG = LoggerFactory.getLogger(CookieSecurityContexts.class);
    private static final String LAST_KNOWN = "gangway.lastKnownLogin";

    /** Long enough for a database that is restarted or changes its place; someone who was logged out stays no longer. */
    static final Duration LAST_KNOWN_HOLDS = Duration.ofMinutes(5);

    private final LoginSessions loginSessions;
    private final LoginCookie cookie;
    private final Tokens tokens;
    private final Clock clock;

    CookieSecurityContexts(LoginSessions loginSessions, LoginCookie cookie, Tokens tokens, Clock clock) {
        this.loginSessions = loginSessions;
        this.cookie = cookie;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Once(() -> load(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    /**
     * Hands a login session that was just begun to the browser, and ends the one that the browser had before: its token is
     * forgotten there, and nobody else should go on with it.
     */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof CallerAuthentication authentication
                && authentication.getDetails() instanceof NewLogin login) {
            cookie.read(request).ifPresent(loginSessions::endByToken);
            cookie.write(request, response, login.token());
            authentication.setDetails(login.session());
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookie.read(request).isPresent();
    }

    private SecurityContext load(HttpServletRequest request) {
        SecurityContext context = new SecurityContextImpl();
        cookie.read(request).flatMap(token -> recognise(token, request)).ifPresent(known -> {
            CallerAuthentication authentication = new CallerAuthentication(known.caller());
            authentication.setDetails(known.session());
            context.setAuthentication(authentication);
        });
        return context;
    }

    private Optional<KnownLogin> recognise(String token, HttpServletRequest request) {
        try {
            Optional<KnownLogin> known =
                    isMadeByThePageItself(request) ? loginSessions.lookAt(token) : loginSessions.recognise(token);
            remember(request.getSession(false), token, known.orElse(null));
            return known;
        } catch (DataAccessException | TransactionException away) {
            HttpSession session = request.getSession(false);
            if (session != null
                    && session.getAttribute(LAST_KNOWN) instanceof LastKnown last
                    && last.holds(hash(token), clock.instant())) {
                LOG.warn("The database cannot be asked; the last known login holds: {}", away.getMessage());
                return Optional.of(last.login());
            }
            throw away;
        }
    }

    /** Heartbeats and the connection for what the server says by itself go on as long as a page is open somewhere. */
    private static boolean isMadeByThePageItself(HttpServletRequest request) {
        String kind = request.getParameter("v-r");
        return "heartbeat".equals(kind) || "push".equals(kind);
    }

    private void remember(@Nullable HttpSession session, String token, @Nullable KnownLogin known) {
        if (session == null) {
            return;
        }
        if (known == null) {
            session.removeAttribute(LAST_KNOWN);
        } else {
            session.setAttribute(LAST_KNOWN, new LastKnown(hash(token), known, clock.instant()));
        }
    }

    private String hash(String token) {
        return HexFormat.of().formatHex(tokens.hash(token));
    }

    /** By the hash of the token, as in the database: what opens pages lies nowhere in memory for longer than a request. */
    private record LastKnown(String tokenHash, KnownLogin login, Instant asked) implements Serializable {

        boolean holds(String same, Instant now) {
            return tokenHash.equals(same)
                    && now.isBefore(asked.plus(LAST_KNOWN_HOLDS))
                    && now.isBefore(login.session().expiresAt());
        }
    }

    /** Asks at most once for each request, and not at all for those that nobody guards. */
    private static final class Once implements DeferredSecurityContext {

        private final Supplier<SecurityContext> loader;
        private @Nullable SecurityContext context;
        private boolean generated;

        Once(Supplier<SecurityContext> loader) {
            this.loader = loader;
        }

        @Override
        public SecurityContext get() {
            SecurityContext loaded = context;
            if (loaded == null) {
                loaded = loader.get();
                generated = loaded.getAuthentication() == null;
                context = loaded;
            }
            return loaded;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
