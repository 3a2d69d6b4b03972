package dev.gangway.base.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.gangway.base.security.SecurityEvent;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How often each caller may do one kind of thing, counted in the memory of this replica: the limit protects the server, and
 * a round trip for each request would cost more than what it saves. Buckets that were idle for a whole period are full
 * again and therefore dropped.
 */
public class RateLimit {

    private static final int MOST_BUCKETS = 100_000;

    private final LoadingCache<String, Bucket> buckets;
    private final Cache<String, Boolean> told = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** So many in each period. */
    RateLimit(int most, Duration period) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(period.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : period)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
                        .build());
    }

    /** How long the given account or address has to wait: zero when the call may be made, which is then counted. */
    Duration wait(String who) {
        Duration wait = Duration.ofNanos(
                buckets.get(who).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
        if (wait.isPositive() && told.asMap().putIfAbsent(who, true) == null) {
            // Once a minute for each: whoever calls too often must not fill the log too.
            SecurityEvent.RATE_LIMITED.log("what=" + who.substring(0, Math.max(0, who.indexOf(' '))));
        }
        return wait;
    }
}
