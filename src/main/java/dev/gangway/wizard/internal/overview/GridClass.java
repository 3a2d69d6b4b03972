package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.Direction;
import dev.gangway.wizard.OverviewQuery;
import java.util.Locale;
import java.util.UUID;

/**
 * A combination of wizard, step and state.
 *
 * @param state status, progress and range of the duration, as {@code wizard_session_state} makes it
 * @param rows how many wizard sessions are in it, exactly
 * @param matches whether the filter leaves it
 */
public record GridClass(
        int id, UUID wizardId, String wizardName, boolean builtIn, String step, int state, long rows, boolean matches) {

    private static final int DONE = 10_000;

    /** Whether its wizard sessions are completed. */
    boolean isCompleted() {
        return state / StateCode.STATUS == StateCode.COMPLETED;
    }

    /**
     * The group of the sort that its rows are in; groups follow each other in the order of their labels, by code point.
     * What is not finished has no duration and comes last either way.
     */
    String label(OverviewQuery query) {
        return switch (query.sort().column()) {
            case ACCOUNT, NAME, STARTED, LAST_ACTIVITY -> "";
            case WIZARD -> query.names().wizard(wizardId, wizardName).toLowerCase(Locale.ROOT) + '\u0001' + wizardId;
            case STATUS -> String.valueOf(state / StateCode.STATUS);
            case STEP -> query.names().step(wizardId, step).toLowerCase(Locale.ROOT);
            case PROGRESS -> String.format(Locale.ROOT, "%05d", isCompleted() ? DONE : state % StateCode.STATUS);
            case DURATION -> isCompleted() == (query.sort().direction() == Direction.ASCENDING) ? "0" : "1";
        };
    }
}
