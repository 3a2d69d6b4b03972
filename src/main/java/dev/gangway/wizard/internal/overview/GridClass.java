package dev.gangway.wizard.internal.overview;

import java.util.UUID;

/**
 * A combination of wizard, step and state, as the filter and the sort see it.
 *
 * @param rows how many wizard sessions are in it, exactly
 * @param matches whether the filter leaves it
 * @param label which group of the sort it is in; groups are in the order of their labels, by code point
 */
record GridClass(
        int id,
        UUID wizardId,
        String wizardName,
        boolean builtIn,
        String step,
        int state,
        long rows,
        boolean matches,
        String label) {}
