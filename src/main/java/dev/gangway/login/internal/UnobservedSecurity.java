package dev.gangway.login.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/**
 * Requests are observed as a whole. Spring Security would have each of its twenty filters observed too, which took a tenth of
 * the server's time and told nobody anything.
 */
@Configuration(proxyBeanMethods = false)
class UnobservedSecurity {

    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }
}
