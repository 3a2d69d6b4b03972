package dev.gangway.wizard.overview.ui;

import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewSort;

/** Leads to the page of all wizard sessions. */
public final class AllSessionsNavigation {

    private AllSessionsNavigation() {}

    /** The address that shows these rows in this order. */
    public static String address(OverviewFilter filter, OverviewSort sort) {
        return new OverviewAddress(filter, sort, null).address();
    }
}
