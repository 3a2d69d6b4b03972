package dev.gangway.database.embedded;

import dev.gangway.base.command.OnExistingDatabase;
import dev.gangway.database.DatabaseProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Brings the embedded database where no other is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("gangway.database.embedded")
class EmbeddedDatabaseConfiguration {

    @Bean
    @ConditionalOnWebApplication
    EmbeddedDatabase embeddedDatabaseOfServer(
            ObjectProvider<EarlyDatabase.Starting> starting, DatabaseProperties properties) {
        EarlyDatabase.Starting early = starting.getIfAvailable();
        return early == null
                ? EmbeddedDatabase.forServer(Home.at(properties.directory()), properties.durable())
                : early.get();
    }

    @Bean
    @ConditionalOnNotWebApplication
    EmbeddedDatabase embeddedDatabaseOfCommand(DatabaseProperties properties, Environment environment) {
        Home home = Home.at(properties.directory());
        if (environment.matchesProfiles(OnExistingDatabase.PROFILE) && !home.isCreated()) {
            throw new EmbeddedDatabaseException(
                    "There is no database in %s: run the command in the server's folder, or name the directory with GANGWAY_DATABASE_DIRECTORY"
                            .formatted(home.directory()));
        }
        return EmbeddedDatabase.forCommand(home, properties.durable());
    }
}
