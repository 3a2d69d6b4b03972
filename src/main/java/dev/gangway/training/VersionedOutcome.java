package dev.gangway.training;

import dev.gangway.base.FieldProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of writing something that has a version. */
public sealed interface VersionedOutcome<T> {

    /** Written. */
    record Saved<T>(Versioned<T> saved, boolean isNew) implements VersionedOutcome<T> {}

    /** Not written: something that it names is not there. */
    record Invalid<T>(List<FieldProblem> problems) implements VersionedOutcome<T> {}

    /** Not written: changed elsewhere since the version that was read. */
    record Stale<T>(Versioned<T> theirs) implements VersionedOutcome<T> {}

    /** Not written: what was read is not there (any more). */
    record Gone<T>() implements VersionedOutcome<T> {}

    /**
     * What comes of writing it without a write: a version that is not the newest, unless what is there says the same already, as
     * it does when an answer was lost and the request is sent again.
     *
     * @param version the version that was read before; {@link Versioned#NONE}: it is to be made; null: the newest
     * @return empty: it is to be written
     */
    static <T> Optional<VersionedOutcome<T>> unwritten(
            Optional<Versioned<T>> before, T wanted, @Nullable Integer version) {
        if (version == null || version.equals(before.map(Versioned::version).orElse(Versioned.NONE))) {
            return Optional.empty();
        }
        return Optional.of(before.<VersionedOutcome<T>>map(
                        there -> there.value().equals(wanted) ? new Saved<>(there, false) : new Stale<>(there))
                .orElseGet(Gone::new));
    }
}
