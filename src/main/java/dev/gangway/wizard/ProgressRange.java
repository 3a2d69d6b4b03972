package dev.gangway.wizard;

import java.math.BigDecimal;

/** How far a wizard session is, roughly: what the all-sessions grid filters by. */
public enum ProgressRange {
    /** Nothing is behind it. */
    NOT_STARTED(0, 0),
    /** Above 0 and below 25 per cent. */
    UNDER_25(1, 2499),
    /** From 25, below 50 per cent. */
    UNDER_50(2500, 4999),
    /** From 50, below 75 per cent. */
    UNDER_75(5000, 7499),
    /** From 75, below 100 per cent. */
    UNDER_100(7500, 9999),
    /** Completed. */
    DONE(10_000, 10_000);

    private final int first;
    private final int last;

    ProgressRange(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** The least progress in it, in hundredths of a per cent. */
    public int first() {
        return first;
    }

    /** The greatest progress in it, in hundredths of a per cent. */
    public int last() {
        return last;
    }

    /** Whether a progress in hundredths of a per cent lies in it. */
    public boolean contains(int hundredths) {
        return first <= hundredths && hundredths <= last;
    }

    /** Whether a progress lies in it. */
    public boolean contains(BigDecimal progress) {
        return contains(progress.movePointRight(2).intValueExact());
    }
}
