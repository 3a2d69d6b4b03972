package dev.gangway.base.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the account behind a request into each line that it logs, as {@code user_id}. */
@Component
@Order(AccountLogFilter.AFTER_SECURITY)
class AccountLogFilter extends OncePerRequestFilter {

    /** Spring Security's filter has -100: before it nobody knows who is calling. */
    static final int AFTER_SECURITY = 0;

    private static final String LOGGED_AS = "user_id";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal caller = request.getUserPrincipal();
        if (caller == null) {
            chain.doFilter(request, response);
            return;
        }
        MDC.put(LOGGED_AS, caller.getName());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }
}
