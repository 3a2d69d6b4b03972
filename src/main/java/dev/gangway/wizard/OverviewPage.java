package dev.gangway.wizard;

import java.util.List;

/**
 * A page of the all-sessions grid.
 *
 * @param rows in the order of the query
 * @param cursors one for each row, from which the next or the page before goes on
 */
public record OverviewPage(
        List<WizardSessionOverview> rows, List<String> cursors, boolean hasBefore, boolean hasAfter) {

    public OverviewPage {
        rows = List.copyOf(rows);
        cursors = List.copyOf(cursors);
    }
}
