package dev.gangway.training;

import java.util.ArrayList;
import java.util.List;

/**
 * What a synchronisation did, or in a preview would do.
 *
 * @param purchases how many purchases were looked at closely, because some copy of theirs was missing or wrong
 * @param created tutoring sessions that were missing
 * @param updated tutoring sessions that said something else than their source
 * @param errors rows that could not be synced
 * @param problems the first {@value #MOST_PROBLEMS} of them
 */
public record SyncReport(long purchases, long created, long updated, long errors, List<SyncProblem> problems) {

    /** So many problems are told one by one. */
    public static final int MOST_PROBLEMS = 1000;

    /** Nothing was done. */
    public static final SyncReport NOTHING = new SyncReport(0, 0, 0, 0, List.of());

    public SyncReport {
        problems = List.copyOf(problems);
    }

    /** Both together. */
    public SyncReport and(SyncReport other) {
        List<SyncProblem> all = new ArrayList<>(problems);
        other.problems().stream().limit(Math.max(0, MOST_PROBLEMS - all.size())).forEach(all::add);
        return new SyncReport(
                purchases + other.purchases(),
                created + other.created(),
                updated + other.updated(),
                errors + other.errors(),
                all);
    }

    /** How many tutoring sessions were written. */
    public long written() {
        return created + updated;
    }
}
