package dev.gangway.wizard.overview.ui;

import dev.gangway.base.copy.Tally;
import dev.gangway.wizard.OverviewPage;
import dev.gangway.wizard.OverviewPlace;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.WizardSessionOverviews;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Answers a grid that asks by row number from pages that are found by their neighbours.
 *
 * <p>What lies next to rows that were handed out goes on from them by their cursors, so that nothing is doubled or left out;
 * the beginning and the end are found as such, and what lies apart is found about there. Nothing is ever counted off.
 */
final class OverviewRows {

    private static final int PAGE = 500;
    private static final int REMEMBERED = 5_000;
    private static final int SHOWN = 500;

    private final WizardSessionOverviews overviews;
    private final NavigableCursors cursors = new NavigableCursors();
    private final Map<WizardSessionId, WizardSessionOverview> shown = new LinkedHashMap<>();
    private OverviewQuery query;
    private Tally total = Tally.exactly(0);
    private int size;

    OverviewRows(WizardSessionOverviews overviews, OverviewQuery query) {
        this.overviews = overviews;
        this.query = query;
    }

    /** Starts anew with another query, or with the same one as it is now. */
    void ask(OverviewQuery other) {
        query = other;
        cursors.clear();
        shown.clear();
    }

    OverviewQuery query() {
        return query;
    }

    Tally total() {
        return total;
    }

    /** How many rows the grid has a scroll bar for. */
    int size() {
        total = overviews.total(query.filter());
        size = (int) Math.min(Integer.MAX_VALUE, total.rows());
        return size;
    }

    /** The rows that stand there. */
    List<WizardSessionOverview> fetch(int offset, int limit) {
        List<WizardSessionOverview> rows = new ArrayList<>();
        boolean more = true;
        while (more && rows.size() < limit) {
            int at = offset + rows.size();
            OverviewPage page = page(at, Math.min(PAGE, limit - rows.size()));
            rows.addAll(page.rows());
            more = page.hasAfter() && !page.rows().isEmpty();
        }
        if (rows.isEmpty() && offset > 0) {
            // They were fewer than estimated: where the scroll bar ends is the last page all the same.
            OverviewPage last = overviews.page(query, new OverviewPlace.Last(), Math.min(PAGE, limit));
            cursors.put(offset, last.cursors());
            rows.addAll(last.rows());
        }
        remember(rows);
        return rows;
    }

    /** Those of the ids that were handed out lately. */
    Set<WizardSessionId> shownOf(Collection<WizardSessionId> ids) {
        Set<WizardSessionId> both = new LinkedHashSet<>(ids);
        both.retainAll(shown.keySet());
        return both;
    }

    /** All that were handed out lately. */
    Set<WizardSessionId> shown() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(shown.keySet()));
    }

    private OverviewPage page(int offset, int limit) {
        OverviewPage page = overviews.page(query, place(offset, limit), limit);
        cursors.put(offset, page.cursors());
        return page;
    }

    private OverviewPlace place(int offset, int limit) {
        if (offset == 0) {
            return new OverviewPlace.First();
        }
        Optional<String> before = cursors.at(offset - 1);
        if (before.isPresent()) {
            return new OverviewPlace.After(before.get());
        }
        if (offset + limit >= size) {
            return new OverviewPlace.Last();
        }
        return cursors.at(offset + limit)
                .<OverviewPlace>map(OverviewPlace.Before::new)
                .orElseGet(() -> new OverviewPlace.At(offset, size));
    }

    private void remember(List<WizardSessionOverview> rows) {
        for (WizardSessionOverview row : rows) {
            shown.remove(row.id());
            shown.put(row.id(), row);
        }
        while (shown.size() > SHOWN) {
            shown.remove(shown.keySet().iterator().next());
        }
    }

    /** The cursors of rows by their number, near where one scrolled last. */
    private static final class NavigableCursors {

        private final TreeMap<Integer, String> byNumber = new TreeMap<>();

        Optional<String> at(int number) {
            return Optional.ofNullable(byNumber.get(number));
        }

        void put(int offset, List<String> cursors) {
            for (int i = 0; i < cursors.size(); i++) {
                byNumber.put(offset + i, cursors.get(i));
            }
            while (byNumber.size() > REMEMBERED) {
                boolean firstIsFarther = offset - byNumber.firstKey() > byNumber.lastKey() - offset;
                byNumber.remove(firstIsFarther ? byNumber.firstKey() : byNumber.lastKey());
            }
        }

        void clear() {
            byNumber.clear();
        }
    }
}
