package dev.gangway.login.internal;

import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.WebProblems;
import dev.gangway.base.security.Role;
import dev.gangway.base.security.SecurityEvent;
import dev.gangway.base.web.ApiFailureFilter;
import dev.gangway.base.web.BodyLimitFilter;
import dev.gangway.base.web.IdempotencyFilter;
import dev.gangway.base.web.IdempotentAnswers;
import dev.gangway.base.web.RateLimitFilter;
import dev.gangway.base.web.RateLimits;
import dev.gangway.login.Origin;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The chain of the API and of what operators and programs read: stateless, by bearer token, without cookies and therefore
 * without CSRF tokens; failures as problem details. The description of the API is open to everyone, like any manual.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class ApiSecurity {

    private static final String[] DESCRIPTION = {
        "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**"
    };

    /** The browsable description brings its own scripts and writes styles into its page. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            BearerTokens tokens,
            WebProblems problems,
            RateLimits limits,
            IdempotentAnswers answers,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        AuthenticationEntryPoint notLoggedIn = (request, response, refused) -> {
            if (refused instanceof SecondFactorMissing) {
                problems.write(request, response, ProblemType.SECOND_FACTOR_MISSING);
                return;
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(request, response, ProblemType.NOT_LOGGED_IN);
        };
        AccessDeniedHandler forbidden = (request, response, refused) -> {
            SecurityEvent.ACCESS_REFUSED.log("to=api");
            problems.write(request, response, ProblemType.FORBIDDEN);
        };
        return http.securityMatcher(
                        "/api/**", "/actuator/**", "/v3/**", "/swagger-ui.html", "/swagger-ui/**", "/calendar/**")
                .authorizeHttpRequests(allowed -> allowed.requestMatchers(HttpMethod.POST, "/api/auth/login")
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, DESCRIPTION)
                        .permitAll()
                        .requestMatchers("/calendar/**") // whoever knows the address; calendars cannot log in
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .hasRole(Role.ADMIN_NAME))
                .oauth2ResourceServer(
                        server -> server.authenticationManagerResolver(request -> tokens.from(Origin.of(request)))
                                .authenticationEntryPoint(notLoggedIn)
                                .accessDeniedHandler(forbidden))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(notLoggedIn).accessDeniedHandler(forbidden))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        SecurityHeaders.apply(headers).contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .addFilterBefore(new ApiFailureFilter(failures), DisableEncodeUrlFilter.class)
                .addFilterAfter(new BodyLimitFilter(problems), HeaderWriterFilter.class)
                .addFilterAfter(
                        new RateLimitFilter(limits.requests(), problems, CallLimits::address), HeaderWriterFilter.class)
                .addFilterAfter(new IdempotencyFilter(answers, problems), AuthorizationFilter.class)
                .addFilterAfter(
                        new RateLimitFilter(limits.requests(), problems, CallLimits::account),
                        AuthorizationFilter.class)
                .addFilterAfter(
                        new RateLimitFilter(limits.costly(), problems, CallLimits::costly), AuthorizationFilter.class)
                .build();
    }
}
