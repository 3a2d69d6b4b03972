package dev.gangway.base.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in the API.
 *
 * @param items at most as many as asked for
 * @param nextCursor where the next page begins, or null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** The page made of one row more than asked for, which says whether there is a next one. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, String> cursor) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(item).toList(), more ? cursor.apply(shown.getLast()) : null);
    }
}
