package dev.gangway.wizard.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What became of the wizard sessions that were started in a period.
 *
 * @param medianSeconds half of the completed ones took so long or less; between two durations by their distance; null: none is completed
 * @param p90Seconds likewise nine tenths of them
 */
public record Counts(
        long inProgress,
        long completed,
        long abandoned,
        long expired,
        @Nullable BigDecimal medianSeconds,
        @Nullable BigDecimal p90Seconds) {

    /** Of a period in which nothing was started. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, null, null);

    private static final int DECIMALS = 4;

    /** How many were started. */
    public long started() {
        return inProgress + completed + abandoned + expired;
    }

    /** Completed ÷ started, 0 to 1 with four decimals, half up; null where nothing was started. */
    public @Nullable BigDecimal completionRate() {
        return started() == 0
                ? null
                : BigDecimal.valueOf(completed).divide(BigDecimal.valueOf(started()), DECIMALS, RoundingMode.HALF_UP);
    }
}
