package dev.gangway.wizard;

/**
 * What the all-sessions grid shows, and in which order.
 *
 * @param names what wizards and steps are sorted by
 */
public record OverviewQuery(OverviewFilter filter, OverviewSort sort, OverviewNames names) {

    /** The same with wizards and steps by what is stored. */
    public OverviewQuery(OverviewFilter filter, OverviewSort sort) {
        this(filter, sort, OverviewNames.AS_STORED);
    }
}
