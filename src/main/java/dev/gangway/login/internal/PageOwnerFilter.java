package dev.gangway.login.internal;

import dev.gangway.base.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
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
            Object owner = pages.getAttribute(OWNER);
            UUID caller = loginSession();
            if (owner == null && caller != null) {
                pages.setAttribute(OWNER, caller);
            } else if (owner != null && !owner.equals(caller)) {
                pages.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private static @Nullable UUID loginSession() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller.loginSessionId()
                : null;
    }
}
