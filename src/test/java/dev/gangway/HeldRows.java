package dev.gangway;

import static org.awaitility.Awaitility.await;

import dev.gangway.base.UserId;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has others wait for a row while something is done to it. */
@Component
public class HeldRows {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;

    HeldRows(TransactionOperations transaction, JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** What a call answers that waits for an account's row while the account is changed. */
    public <T> T meanwhile(UserId account, Callable<T> call, Runnable change)
            throws InterruptedException, ExecutionException {
        return meanwhile("accounts where id = ? for no key update", account.value(), call, change);
    }

    /**
     * What a call answers that waits for a row while something is done to it.
     *
     * @param row how it is held: from its table on, with one parameter
     */
    public <T> T meanwhile(String row, Object parameter, Callable<T> call, Runnable change)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            return Objects.requireNonNull(transaction.execute(status -> {
                        int holder = jdbc.sql("select pg_backend_pid() from " + row)
                                .param(parameter)
                                .query(Integer.class)
                                .single();
                        Future<T> waiting = threads.submit(call);
                        await().atMost(PATIENCE).until(() -> isWaitedFor(holder));
                        change.run();
                        return waiting;
                    }))
                    .get();
        }
    }

    private boolean isWaitedFor(int holder) {
        return jdbc.sql(
                        "select exists (select from pg_stat_activity where cast(? as integer) = any (pg_blocking_pids(pid)))")
                .param(holder)
                .query(Boolean.class)
                .single();
    }
}
