package dev.gangway.base.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * How often an account or an address may call, counted in the memory of this replica: the limit protects the server, and
 * a round trip for each request would cost more than what it saves. Buckets that were idle for a minute are full again
 * and therefore dropped.
 */
@Component
@EnableConfigurationProperties(ApiProperties.class)
public class RateLimits {

    private static final int MOST_BUCKETS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    RateLimits(ApiProperties properties) {
        int perSecond = properties.requestsPerSecond();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(Duration.ofMinutes(1))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /** How long the given account or address has to wait: zero when the call may be made, which is then counted. */
    public Duration wait(String who) {
        return Duration.ofNanos(buckets.get(who).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }
}
