package dev.gangway.backup.internal;

import dev.gangway.base.command.OnEmptyDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A database in which a restore was interrupted is not taken for a new one. */
@Configuration(proxyBeanMethods = false)
@Profile("!" + OnEmptyDatabase.PROFILE)
class WholeDatabaseConfiguration {

    @Bean
    FlywayMigrationStrategy tablesAreMadeInAWholeDatabase() {
        return migrations -> {
            try (Connection connection =
                    migrations.getConfiguration().getDataSource().getConnection()) {
                if (new RestoreMark(connection).isSet()) {
                    throw new InterruptedRestoreException();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("Whether the database is whole cannot be read", e);
            }
            migrations.migrate();
        };
    }
}
