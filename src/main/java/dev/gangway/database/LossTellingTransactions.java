package dev.gangway.database;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Lets callers hear why their work failed where it lost its connection. Otherwise they would only hear that it could not be
 * rolled back, which says neither that the database went away nor that trying again later helps.
 */
class LossTellingTransactions extends JpaTransactionManager {

    private static final Logger LOG = LoggerFactory.getLogger(LossTellingTransactions.class);

    /** Beginnings of SQL states: no connection; stopped by an operator. */
    private static final String[] LOST = {"08", "57P"};

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
