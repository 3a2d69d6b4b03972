package dev.gangway.base.copy;

/**
 * How many rows there are.
 *
 * @param rows 0 or more
 * @param isExact whether they were counted; otherwise it is an estimate
 */
public record Tally(long rows, boolean isExact) {

    /** Counted. */
    public static Tally exactly(long rows) {
        return new Tally(rows, true);
    }

    /** Estimated. */
    public static Tally about(long rows) {
        return new Tally(rows, false);
    }
}
