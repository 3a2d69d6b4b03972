package dev.gangway.login;

/**
 * What a synchronisation found and did.
 *
 * @param checked login sessions that were looked at
 * @param updated copies that were mended; in a dry run those that would be
 * @param withoutProgress of those looked at, the ones whose account has not started its onboarding
 * @param errors copies that could not be mended
 */
public record SyncReport(long checked, long updated, long withoutProgress, long errors) {

    /** Login sessions whose copy was right already. */
    public long alreadyInSync() {
        return checked - updated - errors;
    }
}
