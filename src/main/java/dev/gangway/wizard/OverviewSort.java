package dev.gangway.wizard;

/** By which column the all-sessions grid is sorted, and which way. */
public record OverviewSort(OverviewColumn column, Direction direction) {

    /** What happened last comes first. */
    public static final OverviewSort NEWEST = new OverviewSort(OverviewColumn.LAST_ACTIVITY, Direction.DESCENDING);
}
