package dev.gangway.wizard.internal.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The different texts that the texts of a filter stand in, in lower case; null where it is not asked for, or where there are more
 * than can be listed.
 *
 * @param textAccounts accounts' names with the text for either
 * @param textNames wizard sessions' names with the text for either
 * @param accounts accounts' names with the text for accounts
 * @param names wizard sessions' names with the text for names
 */
public record FoundTexts(
        @Nullable List<String> textAccounts,
        @Nullable List<String> textNames,
        @Nullable List<String> accounts,
        @Nullable List<String> names) {

    /** Nothing is looked for. */
    static final FoundTexts NONE = new FoundTexts(null, null, null, null);
}
