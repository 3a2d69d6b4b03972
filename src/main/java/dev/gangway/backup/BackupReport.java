package dev.gangway.backup;

import java.util.List;

/**
 * What a backup holds.
 *
 * @param tables how many tables
 * @param rows how many rows in all of them
 * @param schema the version of the tables, as their migrations count it
 * @param strange names of tables that were left out of a restore, because no migration makes them
 */
public record BackupReport(int tables, long rows, String schema, List<String> strange) {}
