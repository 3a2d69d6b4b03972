package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.Direction;
import dev.gangway.wizard.WizardSessionOverview;
import java.time.Instant;
import java.util.Comparator;

/**
 * A row with where it lies.
 *
 * @param classId its class
 * @param accountKey the account's name as the database sorts it
 * @param nameKey the wizard session's name as the database sorts it
 * @param sortKey what it is sorted by, as text; instants as ISO 8601
 */
record FoundRow(WizardSessionOverview row, int classId, String accountKey, String nameKey, String sortKey) {

    /** The place right after it. */
    Cursor cursor(String label) {
        return new Cursor(label, sortKey, row.id().value().toString());
    }

    /** The same row, sorted by something else. */
    FoundRow keyed(SortKey key) {
        return new FoundRow(row, classId, accountKey, nameKey, keyOf(row, accountKey, nameKey, key));
    }

    static String keyOf(WizardSessionOverview row, String accountKey, String nameKey, SortKey key) {
        return switch (key) {
            case ACCOUNT -> accountKey;
            case NAME -> nameKey;
            case STARTED -> row.startedAt().toString();
            case LAST_ACTIVITY -> row.lastActivityAt().toString();
            case DURATION ->
                row.totalTimeSeconds() == null
                        ? key.highest()
                        : row.totalTimeSeconds().toString();
        };
    }

    /** As the database orders the rows of a segment: texts and ids byte by byte. */
    static Comparator<FoundRow> order(SortKey key, Direction direction) {
        Comparator<FoundRow> ascending = ((Comparator<FoundRow>)
                        (one, other) -> compare(key, one.sortKey, other.sortKey))
                .thenComparing(found -> found.row().id().value().toString());
        return direction == Direction.ASCENDING ? ascending : ascending.reversed();
    }

    static int compare(SortKey key, String one, String other) {
        return switch (key) {
            case ACCOUNT, NAME -> Division.CODE_POINTS.compare(one, other);
            case STARTED, LAST_ACTIVITY -> Instant.parse(one).compareTo(Instant.parse(other));
            case DURATION -> Long.compare(Long.parseLong(one), Long.parseLong(other));
        };
    }
}
