package dev.gangway.live;

import java.util.HashSet;
import java.util.Set;

/** What changed of a topic: some things by their ids, or more than can be named. */
public sealed interface LiveChange {

    /** Above this many ids a change names none: whoever looks at that many reads everything again. */
    int MOST_IDS = 1000;

    /** A change of one thing. */
    static LiveChange of(String id) {
        return new Of(Set.of(id));
    }

    /** Whether the thing with the id may have changed. */
    boolean mayConcern(String id);

    /** Both changes as one. */
    LiveChange and(LiveChange other);

    /**
     * These changed, and no others.
     *
     * @param ids at least one
     */
    record Of(Set<String> ids) implements LiveChange {

        public Of {
            ids = Set.copyOf(ids);
        }

        @Override
        public boolean mayConcern(String id) {
            return ids.contains(id);
        }

        @Override
        public LiveChange and(LiveChange other) {
            if (!(other instanceof Of(Set<String> more))) {
                return other;
            }
            Set<String> both = new HashSet<>(ids);
            both.addAll(more);
            return both.size() > MOST_IDS ? new Anything() : new Of(both);
        }
    }

    /** Too many to name, or nobody listened for a while: everything may have changed. */
    record Anything() implements LiveChange {

        @Override
        public boolean mayConcern(String id) {
            return true;
        }

        @Override
        public LiveChange and(LiveChange other) {
            return this;
        }
    }
}
