package dev.gangway.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with Argon2id: by default at OWASP's minimum of 19 MiB, two passes and one lane, measured at
 * about 50 ms of one core. No more checks run at once than there are cores, so that a flood of log-ins costs neither the memory
 * nor the processor that the logged-in need.
 */
@Component
class Passwords {

    private static final Logger log = LoggerFactory.getLogger(Passwords.class);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int PASSES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PasswordEncoder encoder;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());
    private volatile @Nullable String dummy;

    Passwords(PasswordProperties cost) {
        if (cost.isWeak()) {
            log.warn(
                    "gangway.passwords.memory is below OWASP's minimum: a stolen hash is easier to guess than it should be");
        }
        encoder = new DelegatingPasswordEncoder(
                "argon2id",
                Map.of("argon2id", new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, cost.kibibytes(), PASSES)));
    }

    String hash(String password) {
        return alone(() -> String.valueOf(encoder.encode(encodable(password))));
    }

    /** Takes the same time whether there is a hash or not, so that the answer does not tell which names exist. */
    boolean matches(String password, @Nullable String hash) {
        String compared = hash == null ? dummy() : hash;
        return alone(() -> encoder.matches(encodable(password), compared)) && hash != null;
    }

    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Half a character, which JSON can hold, has no bytes: it counts as a question mark, instead of failing. */
    private static String encodable(String password) {
        return new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String dummy() {
        String made = dummy;
        if (made == null) {
            made = hash("compared where there is nothing to compare with");
            dummy = made;
        }
        return made;
    }

    private <T> T alone(Supplier<T> work) {
        try {
            if (!cores.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new QueryTimeoutException("Too many passwords are being checked at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("Interrupted while waiting to check a password", e);
        }
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }
}
