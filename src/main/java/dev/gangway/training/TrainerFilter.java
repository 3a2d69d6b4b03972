package dev.gangway.training;

import org.jspecify.annotations.Nullable;

/**
 * Which trainers are wanted.
 *
 * @param text part of their name, e-mail address or id; blank: does not narrow
 * @param zoneId where they work; null: anywhere
 * @param state null: whatever it is
 */
public record TrainerFilter(
        String text, @Nullable String zoneId, @Nullable State state) {

    /** All of them. */
    public static final TrainerFilter ALL = new TrainerFilter("", null, null);

    /** How a trainer can take purchases. */
    public enum State {
        /** Active with room for more. */
        ROOM,
        /** Active with as much as they take. */
        FULL,
        /** Takes no new ones. */
        INACTIVE
    }

    /** Whether it leaves anyone out. */
    public boolean isNarrow() {
        return !text.isBlank() || zoneId != null || state != null;
    }
}
