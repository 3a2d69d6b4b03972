package dev.gangway.wizard.internal.statistics;

import dev.gangway.base.Transactions;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Folds what was appended to the figures into their totals, and mends totals after a bulk load. */
@Component
public class FigureUpkeep {

    private static final int AT_ONCE = 20_000;

    /** Some seconds a million wizard sessions. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final TransactionTemplate longer;

    FigureUpkeep(JdbcClient jdbc, Transactions transactions, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.longer = new TransactionTemplate(manager);
        longer.setTimeout((int) LONGEST.toSeconds());
    }

    /** Folds all there is, unless another replica is at it; no reader sees a difference. */
    public void fold() {
        long taken;
        do {
            taken = transactions.inOne(() -> jdbc.sql("select fold_wizard_statistics(:most)")
                    .param("most", AT_ONCE)
                    .query(Long.class)
                    .single());
        } while (taken == AT_ONCE);
    }

    /** Counts everything anew; answers how many figures were wrong. */
    public long mend() {
        return longer.<Long>execute(status ->
                jdbc.sql("select mend_wizard_statistics()").query(Long.class).single());
    }
}
