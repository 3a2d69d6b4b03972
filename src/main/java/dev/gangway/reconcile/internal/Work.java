package dev.gangway.reconcile.internal;

import dev.gangway.reconcile.Apply;
import java.util.List;
import java.util.UUID;

/**
 * Where an apply is to go on.
 *
 * @param id the apply
 * @param copy the name of the copy
 * @param state running or undoing; otherwise there is nothing to do
 * @param choice which rows
 * @param isCounted whether it is known how many rows there are
 * @param position the last row that was looked at; empty: none yet
 */
record Work(UUID id, String copy, Apply.State state, Choice choice, boolean isCounted, String position) {

    /** The next of the chosen rows. */
    static List<String> next(List<String> selected, String position, int limit) {
        return selected.stream()
                .sorted()
                .filter(row -> row.compareTo(position) > 0)
                .limit(limit)
                .toList();
    }
}
