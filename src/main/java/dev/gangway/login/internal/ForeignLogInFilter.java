package dev.gangway.login.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses log-ins that another site's page sends, which could put a person into a stranger's account unnoticed. Vaadin's
 * log-in form carries no CSRF token, so that it works after a restart too; every browser of today says where a request
 * comes from, and programs that do not say it have no person to deceive.
 */
class ForeignLogInFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST")
                && request.getServletPath().equals("/login")
                && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
