package dev.gangway.account;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator knew of an account when they decided to change it.
 *
 * @param known whether they knew that there is one, which is not to be made then where it is gone
 * @param version the version that was known; null: whatever it is
 * @param seen the account as it was seen, so that others' changes to other fields can stay; null: only its version is known
 */
public record ChangeBasis(
        boolean known, @Nullable Integer version, @Nullable ManagedAccount seen) {

    /** The change is meant whatever the account is now, and whether there is one or not. */
    public static ChangeBasis newest() {
        return new ChangeBasis(false, null, null);
    }

    /** The account, at whatever version. */
    public static ChangeBasis existing() {
        return new ChangeBasis(true, null, null);
    }

    /** The account at a version. */
    public static ChangeBasis version(int version) {
        return new ChangeBasis(true, version, null);
    }

    /** The account as it was shown. */
    public static ChangeBasis seen(ManagedAccount account) {
        return new ChangeBasis(true, account.version(), account);
    }
}
