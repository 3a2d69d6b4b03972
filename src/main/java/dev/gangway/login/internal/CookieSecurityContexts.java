package dev.gangway.login.internal;

import dev.gangway.base.security.CallerAuthentication;
import dev.gangway.login.KnownLogin;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.NewLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
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
 * <p>Only while the database cannot be asked, the answer it gave last to the same browser holds, so that a page can say
 * what is wrong and go on by itself when the database is back.
 */
@Component
class CookieSecurityContexts implements SecurityContextRepository {

    private static final Logger LOG = LoggerFactory.getLogger(CookieSecurityContexts.class);
    private static final String LAST_KNOWN = "gangway.lastKnownLogin";

    private final LoginSessions loginSessions;
    private final LoginCookie cookie;

    CookieSecurityContexts(LoginSessions loginSessions, LoginCookie cookie) {
        this.loginSessions = loginSessions;
        this.cookie = cookie;
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

    /** Hands a login session that was just begun to the browser; nothing else needs keeping. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof CallerAuthentication authentication
                && authentication.getDetails() instanceof NewLogin login) {
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
            Optional<KnownLogin> known = loginSessions.recognise(token);
            remember(request.getSession(false), token, known.orElse(null));
            return known;
        } catch (DataAccessException | TransactionException away) {
            HttpSession session = request.getSession(false);
            if (session != null
                    && session.getAttribute(LAST_KNOWN) instanceof LastKnown last
                    && last.token().equals(token)) {
                LOG.warn("The database cannot be asked; the last known login holds: {}", away.getMessage());
                return Optional.of(last.login());
            }
            throw away;
        }
    }

    private static void remember(@Nullable HttpSession session, String token, @Nullable KnownLogin known) {
        if (session == null) {
            return;
        }
        if (known == null) {
            session.removeAttribute(LAST_KNOWN);
        } else if (!(session.getAttribute(LAST_KNOWN) instanceof LastKnown last)
                || !last.login().equals(known)) {
            session.setAttribute(LAST_KNOWN, new LastKnown(token, known));
        }
    }

    private record LastKnown(String token, KnownLogin login) implements Serializable {}

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
