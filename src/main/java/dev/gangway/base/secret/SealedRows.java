package dev.gangway.base.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of sealed columns provides, so that they are sealed again after a rotation while the server runs.
 * Each call of {@link #reseal} is one short transaction.
 */
public interface SealedRows {

    /** What people call these secrets, in the plural: {@code API keys}. */
    String name();

    /** How many are sealed with another key than the active one. */
    long outdated();

    /**
     * Locks up to {@code limit} outdated rows in a fixed order, opens them and seals them with the active key; waits for
     * rows that others are writing and leaves those that were sealed anew meanwhile. A row that does not open stays as it
     * is and is named.
     *
     * @param after where the batch before ended; null: from the beginning
     */
    Batch reseal(@Nullable String after, int limit);

    /**
     * What came of one batch.
     *
     * @param resealed how many were sealed anew
     * @param unreadable those that do not open, each named so that an operator finds it; never what is in it
     * @param end where the next batch begins; null where there is none
     */
    record Batch(
            int resealed, List<String> unreadable, @Nullable String end) {

        public Batch {
            unreadable = List.copyOf(unreadable);
        }

        /**
         * Goes through the rows of a batch.
         *
         * @param rows up to {@code limit} of them, locked
         * @param reseal opens and seals one; throws {@link SecretUnreadable} where it does not open
         * @param words names one for an operator
         * @param place where the batch after it begins
         */
        public static <R> Batch of(
                List<R> rows, int limit, Consumer<R> reseal, Function<R, String> words, Function<R, String> place) {
            List<String> unreadable = new ArrayList<>();
            for (R row : rows) {
                try {
                    reseal.accept(row);
                } catch (SecretUnreadable damaged) {
                    unreadable.add(words.apply(row));
                }
            }
            return new Batch(
                    rows.size() - unreadable.size(),
                    unreadable,
                    rows.size() < limit ? null : place.apply(rows.getLast()));
        }
    }
}
