package dev.gangway.database;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Decides before anything starts which database is used, and what follows from it: without {@code spring.datasource.url}
 * the embedded one; embedded means a demonstration; a demonstration listens on loopback only, because everyone knows its
 * passwords. What follows are defaults of the lowest precedence, so each can be set otherwise.
 */
class DatabaseChoice implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean embedded = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        // Read as text: what is neither true nor false is refused with all other wrong values, not here before there is
        // a log.
        boolean demo = Boolean.parseBoolean(environment.getProperty("gangway.demo", String.valueOf(embedded)));
        var defaults = Map.<String, Object>of("gangway.database.embedded", embedded, "gangway.demo", demo);
        environment.getPropertySources().addLast(new MapPropertySource("database choice", defaults));
        if (demo) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("demonstration", Map.of("server.address", "127.0.0.1")));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
