package dev.gangway.reconcile.internal;

import dev.gangway.base.copy.Disagreement.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows an apply is to make agree.
 *
 * @param rows the chosen ones; null: all that disagree in one of the ways
 * @param kinds in which ways
 */
public record Choice(@Nullable List<String> rows, Set<Kind> kinds) {

    public Choice {
        kinds = Set.copyOf(kinds);
    }

    /** All that disagree in one of these ways. */
    public static Choice of(Set<Kind> kinds) {
        return new Choice(null, kinds);
    }

    /** These rows. */
    public static Choice of(List<String> rows) {
        return new Choice(rows, Kind.all());
    }

    String @Nullable [] storedRows() {
        return rows == null ? null : rows.toArray(String[]::new);
    }

    String @Nullable [] storedKinds() {
        return kinds.containsAll(Kind.all()) ? null : names().toArray(String[]::new);
    }

    /** The names of the kinds, in their order. */
    public List<String> names() {
        return kinds.stream()
                .sorted()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static Set<Kind> kinds(ResultSet row) throws SQLException {
        var stored = row.getArray("kinds");
        return stored == null
                ? Kind.all()
                : Arrays.stream((String[]) stored.getArray())
                        .map(name -> Kind.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }
}
