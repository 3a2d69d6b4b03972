package dev.gangway.training.internal;

import dev.gangway.training.SyncReport;
import org.jspecify.annotations.Nullable;

/**
 * What came of a sync behind a savepoint.
 *
 * @param failure of the savepoint, for the log; null: there was none
 */
record TriedSync(SyncReport report, @Nullable String failure) {}
