package dev.gangway.training;

import dev.gangway.base.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which purchases are wanted.
 *
 * @param text part of a booking id, or of the name, e-mail address or id of a student or trainer; blank: does not narrow
 * @param status null: whatever it is
 * @param trainer who was assigned, or gives at least one lesson; null: whoever it is
 */
public record PurchaseFilter(
        String text,
        @Nullable PurchaseStatus status,
        @Nullable UserId trainer) {

    /** All of them. */
    public static final PurchaseFilter ALL = new PurchaseFilter("", null, null);

    /** Whether it leaves anything out. */
    public boolean isNarrow() {
        return !text.isBlank() || status != null || trainer != null;
    }
}
