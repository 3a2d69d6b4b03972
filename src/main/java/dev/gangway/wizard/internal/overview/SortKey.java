package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.OverviewColumn;

/** What rows are sorted by within a segment: a column that indexes have after the branch. */
enum SortKey {
    ACCOUNT("account_key", "text", "", "\uDBFF\uDFFF"),
    NAME("name_key", "text", "", "\uDBFF\uDFFF"),
    STARTED("started_at", "timestamptz", "-infinity", "infinity"),
    LAST_ACTIVITY("last_activity_at", "timestamptz", "-infinity", "infinity"),

    /** Of what is finished: all else has the greatest number, and is not meant. */
    DURATION("duration_key", "bigint", "-1", "9223372036854775806");

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

    /** The key that a column of the grid is sorted by; what comes in groups of equals is sorted by activity within them. */
    static SortKey of(OverviewColumn column) {
        return switch (column) {
            case ACCOUNT -> ACCOUNT;
            case NAME -> NAME;
            case STARTED -> STARTED;
            case LAST_ACTIVITY, WIZARD, STATUS, STEP, PROGRESS -> LAST_ACTIVITY;
            case DURATION -> DURATION;
        };
    }

    String column() {
        return column;
    }

    String type() {
        return type;
    }

    /** An expression for the value as text that can be cast back; instants as ISO 8601. */
    String asText(String value) {
        return type.equals("timestamptz")
                ? "to_char(" + value + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                : "cast(" + value + " as text)";
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
