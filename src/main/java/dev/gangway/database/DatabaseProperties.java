package dev.gangway.database;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where and how the database is kept.
 *
 * @param directory home of the embedded database, relative to the working directory or absolute
 * @param durable whether the embedded database waits for the disk; only tests switch it off
 * @param embedded whether the embedded database is used; follows from {@code spring.datasource.url} and is not meant to be set
 */
@Validated
@ConfigurationProperties("gangway.database")
public record DatabaseProperties(
        @DefaultValue("data/postgres") @NotNull Path directory,
        @DefaultValue("true") boolean durable,
        @DefaultValue("true") boolean embedded) {}
