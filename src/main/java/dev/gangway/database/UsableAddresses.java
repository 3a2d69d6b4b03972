package dev.gangway.database;

import dev.gangway.base.DatabaseAddress;
import dev.gangway.base.operations.RefusedConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Refuses addresses of databases that JDBC does not know, above all those that hosters hand out, {@code postgres://} with user
 * and password in them.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UsableAddresses implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Where user and password go. */
    private static final Map<String, String> ADDRESSES = Map.of(
            "spring.datasource.url", "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD",
            "spring.flyway.url", "SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> mistakes = ADDRESSES.keySet().stream()
                .sorted()
                .flatMap(name -> mistake(name, context.getEnvironment()))
                .toList();
        if (!mistakes.isEmpty()) {
            throw new RefusedConfiguration(mistakes);
        }
    }

    private static Stream<String> mistake(String name, Environment environment) {
        DatabaseAddress address = new DatabaseAddress(environment.getProperty(name, ""));
        if (!StringUtils.hasText(address.url()) || address.isUsable()) {
            return Stream.of();
        }
        return Stream.of(
                "%s = \"%s\"%s: must begin with jdbc:postgresql://, with the host next; user and password are set by %s"
                        .formatted(name, address, origin(name, environment), ADDRESSES.get(name)));
    }

    private static String origin(String name, Environment environment) {
        ConfigurationPropertyName wanted = ConfigurationPropertyName.of(name);
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(wanted))
                .filter(Objects::nonNull)
                .findFirst()
                .map(property -> " (" + property.getOrigin() + ")")
                .orElse("");
    }
}
