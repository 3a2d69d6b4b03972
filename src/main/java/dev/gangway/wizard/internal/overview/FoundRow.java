package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.Direction;
import dev.gangway.wizard.WizardSessionOverview;
import java.time.Instant;
import java.util.Comparator;

/**
 * A row with where it lies.
 *
 * @param sortKey what it is sorted by, as text; instants as ISO 8601
 */
record FoundRow(WizardSessionOverview row, String sortKey) {

    /** The place right after it. */
    Cursor cursor(String label) {
        return new Cursor(label, sortKey, row.id().value().toString());
    }

    /** As the database orders the rows of a segment: texts and ids byte by byte. */
    static Comparator<FoundRow> order(SortKey key, Direction direction) {
        Comparator<FoundRow> ascending = ((Comparator<FoundRow>)
                        (one, other) -> compare(key, one.sortKey, other.sortKey))
                .thenComparing(found -> found.row().id().toString());
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
