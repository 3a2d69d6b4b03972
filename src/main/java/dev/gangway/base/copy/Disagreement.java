package dev.gangway.base.copy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of a copy that does not say what its source says; values as in {@link Change}.
 *
 * @param row names the row
 * @param kind in what way they disagree
 * @param username the name of the account whose row it is; null: nobody's
 * @param copy what the copy says
 * @param source what it should say
 */
public record Disagreement(
        String row, Kind kind, @Nullable String username, Map<String, Object> copy, Map<String, Object> source) {

    public Disagreement {
        copy = Map.copyOf(copy);
        source = Map.copyOf(source);
    }

    /** In what way a copy can disagree with its source. */
    public enum Kind {
        /** Both are there and say different things. */
        DIFFERS,
        /** The source is there and was not copied. */
        MISSING,
        /** The copy is there and its source is gone. */
        ORPHANED;

        /** Every way. */
        public static Set<Kind> all() {
            return EnumSet.allOf(Kind.class);
        }
    }
}
