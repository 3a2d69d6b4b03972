package dev.gangway.login.internal;

import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ties the open pages of a browser to the login session that opened them: once it has ended, or another person has logged
 * in, they are dropped, and the browser starts again at the log-in. Page requests themselves are let in without a check
 * of roles, which happens at navigation only.
 */
class PageOwnerFilter extends OncePerRequestFilter {

    private static final String OWNER = "gangway.pageOwner";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/VAADIN/build/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession pages = request.getSession(false);
        if (pages != null) {
            Owner caller = caller();
            if (pages.getAttribute(OWNER) instanceof Owner owner && !owner.isStill(caller)) {
                pages.invalidate();
            } else if (caller != null) {
                pages.setAttribute(OWNER, caller);
            }
        }
        chain.doFilter(request, response);
    }

    private static @Nullable Owner caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? new Owner(caller.loginSessionId(), caller.roles())
                : null;
    }

    private record Owner(UUID loginSession, Set<Role> roles) implements Serializable {

        boolean isStill(@Nullable Owner caller) {
            return caller != null && caller.loginSession.equals(loginSession) && caller.roles.containsAll(roles);
        }
    }
}
