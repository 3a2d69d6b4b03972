package dev.gangway.database;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
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

    private static final String DEMO = "gangway.demo";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean embedded = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        boolean demo = isDemo(environment, embedded);
        var defaults = Map.<String, Object>of("gangway.database.embedded", embedded, DEMO, demo);
        environment.getPropertySources().addLast(new MapPropertySource("database choice", defaults));
        if (demo) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("demonstration", Map.of("server.address", "127.0.0.1")));
        }
    }

    /** Read as everybody else does for whom it is bound: {@code on}, {@code yes} and {@code 1} are true as well. */
    private static boolean isDemo(ConfigurableEnvironment environment, boolean otherwise) {
        try {
            return Binder.get(environment).bind(DEMO, Boolean.class).orElse(otherwise);
        } catch (BindException refusedLater) {
            // With all other wrong values, since there is no log yet that could tell of it.
            return otherwise;
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
