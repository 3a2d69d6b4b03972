package dev.gangway.wizard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of an account's wizard sessions are wanted.
 *
 * @param status in this state; null: any
 * @param wizardId of this wizard; null: any
 * @param text found in the name of the wizard session or of its wizard, in any case; empty: any
 */
public record OwnFilter(
        @Nullable WizardSessionStatus status, @Nullable UUID wizardId, String text) {

    /** All of them. */
    public static final OwnFilter ALL = new OwnFilter(null, null, "");
}
