package dev.gangway.wizard;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How far a wizard session is: completed or skipped steps ÷ visible steps × 100, two decimals, half up. */
public final class Progress {

    /** What a wizard session starts with. */
    public static final BigDecimal NONE = BigDecimal.ZERO.setScale(2);

    /** What only finishing gives. */
    public static final BigDecimal FULL = new BigDecimal("100.00");

    private Progress() {}

    /**
     * The progress of a wizard session that is not finished: below 100 even when every step is behind it.
     *
     * @param done steps that were completed or skipped, 0 to {@code visible}
     * @param visible steps that count, at least 1
     * @param before the progress reached so far, which is never lowered
     */
    public static BigDecimal of(int done, int visible, BigDecimal before) {
        int counted = Math.min(done, visible - 1);
        return percent(counted, visible).max(before);
    }

    /** Whole per cent as pages show it, half up. */
    public static int whole(BigDecimal progress) {
        return progress.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private static BigDecimal percent(int done, int visible) {
        return BigDecimal.valueOf(100L * done).divide(BigDecimal.valueOf(visible), 2, RoundingMode.HALF_UP);
    }
}
