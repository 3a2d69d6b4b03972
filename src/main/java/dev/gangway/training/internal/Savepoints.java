package dev.gangway.training.internal;

import dev.gangway.base.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs work that can be taken back, with all locks that it took, without the transaction around it where there is one; and again
 * where the database gave it up. Entities in memory are not taken back, so the work must not
 * touch any.
 */
@Component
public class Savepoints {

    private final Transactions transactions;
    private final JdbcOperations jdbc;

    Savepoints(Transactions transactions, JdbcOperations jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Runs the work; an exception takes it back, and nothing else. */
    public <T extends @Nullable Object> T inOne(Supplier<T> work) {
        return transactions.inOne(() -> behindSavepoint(work, answer -> true));
    }

    /**
     * Runs the work until it answers something, at most so many times; what answered nothing is taken back. Each time is a
     * transaction of its own, which is a round trip less than a savepoint, unless there is one around it.
     */
    public <T> Optional<T> untilAnswered(int times, Supplier<Optional<T>> work) {
        boolean isInsideAnother = TransactionSynchronizationManager.isActualTransactionActive();
        Optional<T> answer = Optional.empty();
        for (int i = 0; i < times && answer.isEmpty(); i++) {
            answer = isInsideAnother
                    ? behindSavepoint(work, Optional::isPresent)
                    : transactions.inOneKeptIf(Optional::isPresent, work);
        }
        return answer;
    }

    private <T extends @Nullable Object> T behindSavepoint(Supplier<T> work, Predicate<T> isKept) {
        return jdbc.execute((ConnectionCallback<T>) connection -> {
            Savepoint savepoint = connection.setSavepoint();
            try {
                T answer = work.get();
                if (!isKept.test(answer)) {
                    connection.rollback(savepoint);
                    connection.releaseSavepoint(savepoint);
                }
                return answer; // a savepoint that is not needed any more ends with the transaction
            } catch (RuntimeException e) {
                takeBack(connection, savepoint, e);
                throw e;
            }
        });
    }

    private static void takeBack(Connection connection, Savepoint savepoint, RuntimeException why) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            why.addSuppressed(e); // the connection is gone, and everything with it
        }
    }
}
