package dev.gangway.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets callers hear why their work failed where it lost its connection. Otherwise they would only hear that it could not be
 * rolled back, which says neither that the database went away nor that trying again later helps.
 */
class LossTellingTransactions extends JpaTransactionManager {

    private static final Logger LOG = LoggerFactory.getLogger(LossTellingTransactions.class);

    /** Beginnings of SQL states: no connection; stopped by an operator. */
    private static final String[] LOST = {"08", "57P"};

    /** The database itself ends what takes too long, and is believed to be gone only where it does not. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    /** A usual connection that hears nothing for long is given up; a transaction that may last longer must not be. */
    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        int limit = determineTimeout(definition);
        if (limit <= getDefaultTimeout()) {
            return;
        }
        DataSource dataSource = Objects.requireNonNull(getDataSource());
        ConnectionHolder held =
                (ConnectionHolder) Objects.requireNonNull(TransactionSynchronizationManager.getResource(dataSource));
        try {
            // The pool takes it back with the connection
            held.getConnection().setNetworkTimeout(Runnable::run, (int)
                    Duration.ofSeconds(limit).plus(MARGIN).toMillis());
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("The connection is lost already", e);
        }
    }

    /** The database has rolled back by itself what lost its connection; why the work failed goes to the caller. */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (JpaSystemException failure) {
            if (!isLoss(failure)) {
                throw failure;
            }
            LOG.debug("Nothing to roll back over a connection that is lost", failure);
        }
    }

    private static boolean isLoss(JpaSystemException failure) {
        return failure.getMostSpecificCause() instanceof SQLException problem && isLoss(problem.getSQLState());
    }

    /** The pool answers without a state for a connection that it has thrown away. */
    private static boolean isLoss(@Nullable String state) {
        return state == null || Stream.of(LOST).anyMatch(state::startsWith);
    }
}
