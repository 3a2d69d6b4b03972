package dev.gangway.live;

import dev.gangway.base.DatabaseAddress;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How replicas hear of each other's changes.
 *
 * @param url where to listen, for databases that are otherwise reached through a pooler that keeps no connection to one
 *     client (PgBouncer in transaction mode); without it that of the application
 * @param username who listens; without it as the application does
 * @param password of that; without it that of the application
 * @param heartbeat how often a replica makes sure that it still hears, 1 s to 10 min
 */
@Validated
@ConfigurationProperties("gangway.live")
public record LiveProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,

        @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration heartbeat) {

    public LiveProperties {
        if (url != null && !new DatabaseAddress(url).isUsable()) {
            throw new IllegalArgumentException("gangway.live.url = \"" + shown(url)
                    + "\": must begin with jdbc:postgresql://, with the host next; user and password are set by"
                    + " GANGWAY_LIVE_USERNAME and GANGWAY_LIVE_PASSWORD");
        }
    }

    @Override
    public String toString() {
        return "LiveProperties[url=%s, username=%s, heartbeat=%s]".formatted(shown(url), username, heartbeat);
    }

    private static @Nullable DatabaseAddress shown(@Nullable String url) {
        return url == null ? null : new DatabaseAddress(url);
    }
}
