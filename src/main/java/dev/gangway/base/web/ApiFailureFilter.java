package dev.gangway.base.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Words failures that happen before a controller is reached, such as the database being away while the token is looked
 * up, by the same rules as failures of controllers. Outermost filter of the REST chain.
 */
public class ApiFailureFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver resolver;

    /** Words failures by the given resolver. */
    public ApiFailureFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (Exception failure) {
            if (response.isCommitted() || resolver.resolveException(request, response, null, failure) == null) {
                throw failure;
            }
        }
    }
}
