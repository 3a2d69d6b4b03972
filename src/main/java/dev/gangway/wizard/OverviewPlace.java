package dev.gangway.wizard;

/** Where a page of the all-sessions grid lies. */
public sealed interface OverviewPlace {

    /** The first page. */
    record First() implements OverviewPlace {}

    /** The last page. */
    record Last() implements OverviewPlace {}

    /** What follows a row, by its cursor. */
    record After(String cursor) implements OverviewPlace {}

    /** What precedes a row, by its cursor. */
    record Before(String cursor) implements OverviewPlace {}

    /**
     * About there.
     *
     * @param position how many rows come before it
     * @param total how many rows there are, as {@link WizardSessionOverviews#total} says
     */
    record At(long position, long total) implements OverviewPlace {}
}
