package dev.gangway.login.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gangway.login.LoginSession;
import dev.gangway.login.internal.LoginSessionReads.Found;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps in memory what cannot change about login sessions, by the hashes of their tokens. Everything that can change is asked
 * of the database at every use, so that a change by whomever, on whichever replica, is seen by the very next request; a
 * hit saves the reading of the rest.
 */
@Component
public class CachedLogins {

    private static final int MOST = 20_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final LoginSessionReads reads;
    private final Cache<ByteBuffer, LoginSession> cache;

    CachedLogins(LoginSessionReads reads, MeterRegistry meters) {
        this.reads = reads;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(LONGEST)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, cache, "login-sessions");
    }

    /** Whom the hash of a token lets in, in one statement. */
    public Optional<Found> find(byte[] hash, Instant now) {
        ByteBuffer key = ByteBuffer.wrap(hash);
        LoginSession known = cache.getIfPresent(key);
        Optional<Found> found = known == null ? reads.find(hash, now) : reads.findAgain(known, hash, now);
        if (found.isEmpty()) {
            cache.invalidate(key);
        } else if (known == null) {
            cache.put(key, found.get().login().session());
        }
        return found;
    }

    /** Drops what is kept of the account's login sessions and answers how many. */
    public long forget(String userId) {
        List<ByteBuffer> theirs = cache.asMap().entrySet().stream()
                .filter(kept -> kept.getValue().userId().value().equals(userId))
                .map(Map.Entry::getKey)
                .toList();
        cache.invalidateAll(theirs);
        return theirs.size();
    }

    /** Drops everything that is kept and answers how many login sessions that were. */
    public long forgetAll() {
        long kept = cache.asMap().size();
        cache.invalidateAll();
        return kept;
    }
}
