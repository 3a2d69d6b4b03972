package dev.gangway.login.internal;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.gangway.base.problem.WebProblems;
import dev.gangway.base.web.RateLimitFilter;
import dev.gangway.base.web.RateLimits;
import dev.gangway.login.BrowserLogIns;
import dev.gangway.login.Origin;
import dev.gangway.login.internal.sso.BrowserSignOn;
import dev.gangway.login.ui.LoginView;
import dev.gangway.login.ui.PageStatusFilter;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The chain of the pages: log-in by form, known by the login cookie afterwards. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    private static final String[] FILES = {"/assets/**", "/aura/**", "/styles.css", "/error"};

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            CookieSecurityContexts contexts,
            PasswordLogIns logIns,
            EndLoginSession end,
            BrowserSignOn signOn,
            BrowserLogIns halfway,
            RateLimits limits,
            WebProblems problems,
            BeanFactory beans) {
        VaadinSecurityConfigurer vaadin = VaadinSecurityConfigurer.vaadin();
        RequestMatcher noPage = new OrRequestMatcher(
                files(),
                VaadinSecurityConfigurer.getDefaultHttpSecurityPermitMatcher(),
                VaadinSecurityConfigurer.getDefaultWebSecurityIgnoreMatcher(),
                request -> request.getParameter("v-r") != null);
        signOn.filters(contexts)
                .forEach(filter -> http.addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class));
        return http.securityContext(security -> security.securityContextRepository(contexts))
                // No parent: it would know the same log-ins, and count each failure twice.
                .authenticationManager(new ProviderManager(logIns))
                .authorizeHttpRequests(allowed -> allowed.requestMatchers(FILES).permitAll())
                .with(
                        vaadin,
                        pages -> pages.loginView(LoginView.class, signOn.isOn() ? BrowserSignOn.AFTER_LOG_OUT : "/")
                                .addLogoutHandler(end)
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .formLogin(
                        form -> form.authenticationDetailsSource(Origin::of).failureHandler(new LogInFailed(halfway)))
                .headers(headers -> SecurityHeaders.beforePages(SecurityHeaders.apply(headers), noPage))
                .addFilterAfter(new ForeignSiteFilter(), HeaderWriterFilter.class)
                .addFilterAfter(
                        new RateLimitFilter(limits.requests(), problems, CallLimits::address), HeaderWriterFilter.class)
                .addFilterBefore(new PageOwnerFilter(), ExceptionTranslationFilter.class)
                .addFilterAfter(
                        new RateLimitFilter(limits.requests(), problems, CallLimits::account),
                        AuthorizationFilter.class)
                .addFilterAfter(
                        new RateLimitFilter(limits.costly(), problems, CallLimits::costly), AuthorizationFilter.class)
                .addFilterAfter(new PageStatusFilter(beans, noPage), AuthorizationFilter.class)
                .build();
    }

    private static RequestMatcher files() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(java.util.Arrays.stream(FILES)
                .<RequestMatcher>map(paths::matcher)
                .toList());
    }
}
