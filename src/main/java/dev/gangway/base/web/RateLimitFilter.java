package dev.gangway.base.web;

import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.WebProblems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests beyond the rate limit with 429 and {@code Retry-After}. */
public class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimit limit;
    private final WebProblems problems;
    private final Function<HttpServletRequest, @Nullable String> who;

    /** Counts each request for whom the function names; null is not counted. */
    public RateLimitFilter(RateLimit limit, WebProblems problems, Function<HttpServletRequest, @Nullable String> who) {
        this.limit = limit;
        this.problems = problems;
        this.who = who;
    }

    @Override
    protected String getAlreadyFilteredAttributeName() {
        return super.getAlreadyFilteredAttributeName() + System.identityHashCode(this); // several of them in one chain
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String counted = who.apply(request);
        Duration wait = counted == null ? Duration.ZERO : limit.wait(counted);
        if (wait.isPositive()) {
            problems.write(request, response, p -> p.later(ProblemType.TOO_MANY_REQUESTS, wait));
        } else {
            chain.doFilter(request, response);
        }
    }
}
