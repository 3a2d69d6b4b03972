package dev.gangway.backup.internal;

import dev.gangway.base.command.OnEmptyDatabase;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Where a command makes the tables itself, no start makes them before it. */
@Configuration(proxyBeanMethods = false)
@Profile(OnEmptyDatabase.PROFILE)
class EmptyDatabaseConfiguration {

    @Bean
    FlywayMigrationStrategy tablesAreLeftToTheCommand() {
        return migrations -> {};
    }
}
