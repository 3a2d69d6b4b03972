package dev.gangway.database.embedded;

import dev.gangway.database.DatabaseProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    EmbeddedDatabase embeddedDatabaseOfCommand(DatabaseProperties properties) {
        return EmbeddedDatabase.forCommand(Home.at(properties.directory()), properties.durable());
    }
}
