package dev.gangway.base.operations;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Has the console written as JSON (Elastic Common Schema) where {@code gangway.log.format} asks for it. A value that is
 * neither {@code text} nor {@code json} leaves text, in which {@link LogProperties} is then refused.
 */
class LogFormat implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if ("json".equalsIgnoreCase(environment.getProperty("gangway.log.format"))) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("log format", Map.of("logging.structured.format.console", "ecs")));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
