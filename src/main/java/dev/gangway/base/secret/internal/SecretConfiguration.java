package dev.gangway.base.secret.internal;

import dev.gangway.base.command.OnEmptyDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Finds the keys that wrap data keys, in the configuration or in the file beside an embedded database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EncryptionProperties.class)
class SecretConfiguration {

    @Bean
    DataKeys dataKeys(
            WrappedKeys rows,
            EncryptionProperties properties,
            Environment environment,
            Clock clock,
            ApplicationEventPublisher events) {
        return new DataKeys(rows, keys(rows, properties, environment), clock, events);
    }

    /** Before the first request, so that a missing key stops the start and no request has to make the first data key. */
    @Bean
    @Profile("!" + OnEmptyDatabase.PROFILE)
    @Lazy(false) // Commands are lazy in general, but may be the first to use a new database.
    SmartInitializingSingleton encryptionKeysAreReady(DataKeys keys) {
        return keys::prepare;
    }

    private static KeyEncryptionKeys keys(WrappedKeys rows, EncryptionProperties properties, Environment environment) {
        List<KeyEncryptionKey> found = new ArrayList<>();
        for (int i = 0; i < properties.keys().size(); i++) {
            found.add(KeyEncryptionKey.parse(properties.keys().get(i), "gangway.encryption.keys[" + i + "]"));
        }
        if (environment.getProperty("spring.datasource.url", "").isBlank()) {
            KeyFile file = beside(Path.of(environment.getProperty("gangway.database.directory", "data/postgres")));
            if (found.isEmpty()) {
                found.add(local(rows, file));
            } else {
                file.read().ifPresent(found::add); // What it wrapped before a key was configured must still open.
            }
        } else if (found.isEmpty()) {
            throw new InvalidEncryptionKey(
                    "gangway.encryption.keys must be set for an external database:"
                            + " a list of ID:KEY, the key 32 bytes in base64, for example GANGWAY_ENCRYPTION_KEYS=2026:$(openssl rand -base64 32)");
        }
        return new KeyEncryptionKeys(found);
    }

    private static KeyEncryptionKey local(WrappedKeys rows, KeyFile file) {
        return file.read().orElseGet(() -> {
            List<String> wrappers = rows.wrappers();
            if (!wrappers.isEmpty()) {
                throw new InvalidEncryptionKey("The stored secrets are protected with the encryption key "
                        + String.join(", ", wrappers) + ", which is missing: put the file " + file.path()
                        + " back, or set gangway.encryption.keys");
            }
            return file.readOrCreate();
        });
    }

    private static KeyFile beside(Path databaseDirectory) {
        return new KeyFile(databaseDirectory.toAbsolutePath().resolveSibling("encryption.key"), new SecureRandom());
    }
}
