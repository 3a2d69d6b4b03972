package dev.gangway.base.web;

import dev.gangway.base.DemoMode;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.WebProblems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notices requests that came without TLS, which carry passwords and tokens for everyone on the way to read: refuses them
 * where TLS is required, and warns once where it is not and this is no demonstration. Whoever watches over health tells and
 * learns no secret.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class PlainHttpFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(PlainHttpFilter.class);

    private final TransportProperties properties;
    private final BooleanSupplier isDemonstration;
    private final WebProblems problems;
    private final AtomicBoolean warned = new AtomicBoolean();

    @Autowired
    PlainHttpFilter(TransportProperties properties, DemoMode demo, WebProblems problems) {
        this(properties, demo::enabled, problems);
    }

    PlainHttpFilter(TransportProperties properties, BooleanSupplier isDemonstration, WebProblems problems) {
        this.properties = properties;
        this.isDemonstration = isDemonstration;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.isSecure() || request.getRequestURI().startsWith(request.getContextPath() + "/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (properties.tlsRequired()) {
            response.setHeader(
                    "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            problems.write(request, response, ProblemType.TLS_REQUIRED);
            return;
        }
        if (!isDemonstration.getAsBoolean() && warned.compareAndSet(false, true)) {
            LOG.warn("Requests come without TLS: passwords and tokens can be read on the way. See"
                    + " docs/security/deployment.md; gangway.transport.tls-required=true refuses them");
        }
        chain.doFilter(request, response);
    }
}
