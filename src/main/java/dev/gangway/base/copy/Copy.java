package dev.gangway.base.copy;

import java.util.List;
import java.util.Set;

/**
 * Something that is stored twice on purpose: rows that repeat what a source says and have to agree with it. A module that
 * keeps a copy offers one bean of this type, and the reconcile page does the rest: shows what disagrees, has it mended in
 * the background, records every change and undoes the last.
 *
 * <p>Pages word it by the keys {@code reconcile.copy.NAME.title}, {@code .lead} (what is copied from where), {@code .orphaned}
 * (what a row without a source means and what becomes of it), {@code .undo} (what happens to values that an undo brings back)
 * and {@code .column.COLUMN}.
 *
 * <p>Rows are named by a text of at most 255 characters whose order is that of {@link #page}. Whoever mends locks rows in
 * this order, so that two administrators, or one and a job, cannot wait for each other in a circle.
 */
public interface Copy {

    /** Names the copy for good: at most 50 lower-case letters and underscores, such as {@code login_sessions}. */
    String name();

    /** What is compared, in the order of showing: the keys of the values in {@link Disagreement} and {@link Change}. */
    List<String> columns();

    /** How many rows disagree in one of these ways: exactly up to a number of them, above it an estimate may do. */
    Tally count(Set<Disagreement.Kind> kinds, long exactUpTo);

    /**
     * The next rows that disagree in one of these ways, ordered by their name.
     *
     * @param after the last row of the page before; empty: the first page
     * @param limit at most so many
     */
    List<Disagreement> page(Set<Disagreement.Kind> kinds, String after, int limit);

    /**
     * Makes these rows agree with their source, in the caller's transaction; answers what was changed. A row that agrees, was
     * changed by someone else or is gone when its turn comes is left and not answered, so that mending twice changes nothing.
     */
    List<Change> mend(List<String> rows);

    /**
     * Brings back the values before these changes, in the caller's transaction, wherever the row still has the values after;
     * answers the rows where it did.
     */
    List<String> restore(List<Change> changes);
}
