package dev.gangway.wizard.internal.statistics;

import dev.gangway.base.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Folds what was appended to the figures into their totals, and mends totals after a bulk load. */
@Component
public class FigureUpkeep {

    private static final int AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    FigureUpkeep(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
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
        return transactions.inOne(() ->
                jdbc.sql("select mend_wizard_statistics()").query(Long.class).single());
    }
}
