package dev.gangway.training;

/**
 * How far the tutoring sessions of something agree with the purchase sessions that they repeat, counted for each student.
 *
 * @param missing lessons that are not there
 * @param drifted lessons that say something else
 * @param blocked lessons that cannot be written before something else is mended
 */
public record SyncState(int missing, int drifted, int blocked) {

    /** All agree. */
    public static final SyncState IN_SYNC = new SyncState(0, 0, 0);

    /** Whether all agree. */
    public boolean isInSync() {
        return equals(IN_SYNC);
    }
}
