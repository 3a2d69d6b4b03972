package dev.gangway.account;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator knew of an account when they decided to change it.
 *
 * @param version the version that was known; null: whatever it is
 * @param seen the account as it was seen, so that others' changes to other fields can stay; null: only its version is known
 */
public record ChangeBasis(
        @Nullable Integer version, @Nullable ManagedAccount seen) {

    /** The change is meant whatever the account is now. */
    public static ChangeBasis newest() {
        return new ChangeBasis(null, null);
    }

    /** The account at a version; null: as {@link #newest}. */
    public static ChangeBasis version(@Nullable Integer version) {
        return new ChangeBasis(version, null);
    }

    /** The account as it was shown. */
    public static ChangeBasis seen(ManagedAccount account) {
        return new ChangeBasis(account.version(), account);
    }
}
