package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.OverviewColumn;

/** What rows are sorted by within a segment: a column that indexes have after the branch. */
enum SortKey {
    ACCOUNT("account_key", "text", "", "\uDBFF\uDFFF"),
    NAME("name_key", "text", "", "\uDBFF\uDFFF"),
    STARTED("started_at", "timestamptz", "-infinity", "infinity"),
    LAST_ACTIVITY("last_activity_at", "timestamptz", "-infinity", "infinity"),
    DURATION("duration_key", "bigint", "-1", SortKey.UNFINISHED);

    /** The key of what has no duration yet: longer than any. */
    static final String UNFINISHED = "9223372036854775807";

    /** The longest duration there can be. */
    static final String LONGEST = "9223372036854775806";

    private final String column;
    private final String type;
    private final String lowest;
    private final String highest;

    SortKey(String column, String type, String lowest, String highest) {
        this.column = column;
        this.type = type;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The key that a column of the grid is sorted by; of those that come in groups of equals, the one within a group. */
    static SortKey of(OverviewColumn column, SortKey withinGroups) {
        return switch (column) {
            case ACCOUNT -> ACCOUNT;
            case NAME -> NAME;
            case STARTED -> STARTED;
            case LAST_ACTIVITY -> LAST_ACTIVITY;
            case DURATION -> DURATION;
            case WIZARD, STATUS, STEP, PROGRESS -> withinGroups;
        };
    }

    String column() {
        return column;
    }

    String type() {
        return type;
    }

    /** As low as any value, as text. */
    String lowest() {
        return lowest;
    }

    /** As high as any value, as text. */
    String highest() {
        return highest;
    }
}
