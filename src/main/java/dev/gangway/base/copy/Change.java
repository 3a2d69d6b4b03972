package dev.gangway.base.copy;

import dev.gangway.base.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was changed about a row of a copy. Values are texts, numbers and booleans by column; one that is not there is not in
 * the map, and an empty map stands for no row.
 *
 * @param row names the row
 * @param user whose row it is
 * @param before the values that were there
 * @param after the values that are there now
 */
public record Change(String row, @Nullable UserId user, Map<String, Object> before, Map<String, Object> after) {

    public Change {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
