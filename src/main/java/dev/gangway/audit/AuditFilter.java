package dev.gangway.audit;

import dev.gangway.base.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted.
 *
 * @param account who did it or whose data it was about; null: anyone
 * @param actions how the action begins, such as {@code account.}; empty: any
 */
public record AuditFilter(@Nullable UserId account, String actions) {

    /** Every entry. */
    public static final AuditFilter ALL = new AuditFilter(null, "");

    /** What the account did and what was done to its data. */
    public static AuditFilter of(UserId account) {
        return new AuditFilter(account, "");
    }

    /** Actions that begin so. */
    public static AuditFilter of(String actions) {
        return new AuditFilter(null, actions);
    }
}
