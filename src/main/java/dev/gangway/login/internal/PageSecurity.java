package dev.gangway.login.internal;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.gangway.login.Origin;
import dev.gangway.login.internal.sso.BrowserSignOn;
import dev.gangway.login.ui.LoginView;
import dev.gangway.login.ui.PageStatusFilter;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
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
                .authenticationProvider(logIns)
                .authorizeHttpRequests(allowed -> allowed.requestMatchers(FILES).permitAll())
                .with(
                        vaadin,
                        pages -> pages.loginView(LoginView.class, signOn.isOn() ? BrowserSignOn.AFTER_LOG_OUT : "/")
                                .addLogoutHandler(end)
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .formLogin(form -> form.authenticationDetailsSource(Origin::of).failureHandler(new LogInFailed()))
                .headers(headers -> SecurityHeaders.beforePages(SecurityHeaders.apply(headers), noPage))
                .addFilterBefore(new ForeignLogInFilter(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new PageOwnerFilter(), ExceptionTranslationFilter.class)
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
