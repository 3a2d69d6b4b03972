package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.DurationRange;
import dev.gangway.wizard.WizardSessionStatus;

/**
 * The one number for status, progress and range of the duration that {@code wizard_session_state} makes in the database:
 * the status times 100000, plus the range of the duration where completed, else the hundredths of a per cent.
 */
final class StateCode {

    static final int STATUS = 100_000;

    static final int COMPLETED = of(WizardSessionStatus.COMPLETED);

    private StateCode() {}

    /** Before the rest of the number. */
    static int of(WizardSessionStatus status) {
        return switch (status) {
            case IN_PROGRESS -> 0;
            case COMPLETED -> 1;
            case ABANDONED -> 2;
            case EXPIRED -> 3;
        };
    }

    /** The number of those that were completed within the range. */
    static int completedIn(DurationRange range) {
        return COMPLETED * STATUS
                + switch (range) {
                    case UNDER_5_MINUTES -> 0;
                    case UNDER_15_MINUTES -> 1;
                    case UNDER_1_HOUR -> 2;
                    case UNDER_1_DAY -> 3;
                    case UNDER_1_WEEK -> 4;
                    case LONGER -> 5;
                    case UNFINISHED -> throw new IllegalArgumentException("What is not finished has no duration");
                };
    }
}
