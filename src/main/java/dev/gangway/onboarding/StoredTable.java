package dev.gangway.onboarding;

import java.util.List;

/**
 * What a table holds about an account, for a person to read: secrets masked, long values cut.
 *
 * @param name the table
 * @param rows each as {@code column: value} in the table's order
 */
public record StoredTable(String name, List<List<String>> rows) {

    public StoredTable {
        rows = rows.stream().map(List::copyOf).toList();
    }
}
