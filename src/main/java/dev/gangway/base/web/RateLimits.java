package dev.gangway.base.web;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** How often an account or an address may call: as good as never too often, but for what costs the server much. */
@Component
@EnableConfigurationProperties(ApiProperties.class)
public class RateLimits {

    /** Nobody reads more exports than these. */
    static final int COSTLY = 30;

    private final RateLimit requests;
    private final RateLimit costly = new RateLimit(COSTLY, Duration.ofMinutes(1));

    RateLimits(ApiProperties properties) {
        this.requests = new RateLimit(properties.requestsPerSecond(), Duration.ofSeconds(1));
    }

    /** For every request. */
    public RateLimit requests() {
        return requests;
    }

    /** For exports, uploads and readings of websites. */
    public RateLimit costly() {
        return costly;
    }
}
