package dev.gangway.base;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in one transaction and runs it again when the database gave it up in favour of another (deadlock,
 * serialization failure, lock not obtained): at most three more times, 20 to 200 ms apart, then the failure is the
 * caller's. Inside a running transaction the work simply joins it, since only the outermost can be repeated.
 */
@Component
public class Transactions {

    private static final int RETRIES = 3;

    private final TransactionTemplate transaction;
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyFailureException.class)
            .maxRetries(RETRIES)
            .delay(Duration.ofMillis(20))
            .multiplier(2)
            .jitter(Duration.ofMillis(20))
            .maxDelay(Duration.ofMillis(200))
            .build());

    Transactions(PlatformTransactionManager manager) {
        this.transaction = new TransactionTemplate(manager);
    }

    /** Runs the work in one transaction, again where the database gave it up; it must have no effect outside of it. */
    public <T extends @Nullable Object> T inOne(Supplier<T> work) {
        return isInside() ? work.get() : repeated(status -> work.get());
    }

    /**
     * Runs the work in a transaction as {@link #inOne} does, and rolls it back where what it answers is not to be kept.
     *
     * @throws IllegalStateException inside a running transaction, which would be rolled back with it
     */
    public <T> T inOneKeptIf(Predicate<T> isKept, Supplier<T> work) {
        if (isInside()) {
            throw new IllegalStateException("There is a transaction already, which is not this work's to roll back");
        }
        return repeated(status -> {
            T answer = work.get();
            if (!isKept.test(answer)) {
                status.setRollbackOnly();
            }
            return answer;
        });
    }

    /**
     * Makes a call that begins a transaction of its own, and again where the database gave that up; inside of one just makes it.
     *
     * @throws Throwable what the call threw last
     */
    <T extends @Nullable Object> T calling(Retryable<T> call) throws Throwable {
        if (isInside()) {
            return call.execute();
        }
        try {
            return retry.execute(call);
        } catch (RetryException e) {
            throw e.getCause();
        }
    }

    private static boolean isInside() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    private <T extends @Nullable Object> T repeated(TransactionCallback<T> work) {
        try {
            return retry.<T>execute(() -> transaction.<T>execute(work));
        } catch (RetryException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
