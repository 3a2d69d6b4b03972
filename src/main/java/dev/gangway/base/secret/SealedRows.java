package dev.gangway.base.secret;

/**
 * What the owner of sealed columns provides, so that they are sealed again after a rotation while the server runs.
 * Each call of {@link #reseal} is one short transaction.
 */
public interface SealedRows {

    /** What people call these secrets, in the plural: {@code API keys}. */
    String name();

    /** How many are sealed with another key than the active one. */
    long outdated();

    /**
     * Locks up to {@code limit} outdated rows, opens them and seals them with the active key; waits for rows that others
     * are writing and leaves those that were sealed anew meanwhile.
     *
     * @return how many were sealed anew; 0 when none is outdated
     */
    int reseal(int limit);
}
