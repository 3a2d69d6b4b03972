package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.Direction;
import java.util.List;

/**
 * A group of the sort: its rows all come before those of the next one, and are merged from branches.
 *
 * @param label names the group
 * @param key what its rows are sorted by
 * @param direction which way
 * @param lowest the lowest sort key wanted, as text
 * @param highest the highest sort key wanted, as text
 * @param branching by what its rows are divided
 */
record Segment(
        String label,
        SortKey key,
        Direction direction,
        String lowest,
        String highest,
        Branching branching,
        List<Branch> branches) {

    private static final String LEAST_ID = "00000000-0000-0000-0000-000000000000";
    private static final String GREATEST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    Segment {
        branches = List.copyOf(branches);
    }

    /**
     * Rows that have an index to themselves.
     *
     * @param value of the branching column, as text
     * @param rows how many there are, or a number in proportion to it
     */
    record Branch(String value, long rows) {}

    /** The same rows in the opposite order. */
    Segment reversed() {
        return new Segment(label, key, direction.reversed(), lowest, highest, branching, branches);
    }

    /** The place before the first row. */
    Cursor beginning() {
        return direction == Direction.ASCENDING
                ? new Cursor(label, lowest, LEAST_ID)
                : new Cursor(label, highest, GREATEST_ID);
    }

    /** The sort key that it ends at, as text. */
    String end() {
        return direction == Direction.ASCENDING ? highest : lowest;
    }

    /** Its part of all rows, in proportion. */
    long rows() {
        return branches.stream().mapToLong(Branch::rows).sum();
    }

    /**
     * How many rows of a branch are read at first for so many of all of them: twice its share and one more, because chance gives
     * some branches more, and each that runs dry costs a statement.
     */
    int share(Branch branch, int need) {
        return (int) Math.min(need, Math.ceil(2.0 * need * branch.rows() / Math.max(1, rows())) + 1);
    }
}
