package dev.gangway.wizard.internal.overview;

import java.util.List;

/**
 * A group of the sort: its rows all come before those of the next one, and are merged from branches.
 *
 * @param label names the group
 * @param lowest the lowest sort key wanted, as text
 * @param highest the highest sort key wanted, as text
 */
record Segment(String label, String lowest, String highest, List<Branch> branches) {

    /**
     * Rows that have an index to themselves.
     *
     * @param value of the branching column, as text
     * @param rows how many there are, or a number in proportion to it
     */
    record Branch(String value, long rows) {}

    /** How many rows of each branch are read at first for so many of all of them: its share, and a little more. */
    List<Integer> sizes(int need) {
        double all = branches.stream().mapToLong(Branch::rows).sum();
        return branches.stream()
                .map(branch -> (int) Math.min(need, Math.ceil(1.2 * need * branch.rows() / Math.max(1, all)) + 1))
                .toList();
    }
}
