package dev.gangway.training;

import dev.gangway.base.Message;

/** What came of syncing one purchase or one lesson. */
public sealed interface SyncOutcome {

    /** Looked at. */
    record Done(SyncReport report) implements SyncOutcome {}

    /** There is nothing to sync: no trainer, or no lessons. */
    record NotReady(Message why) implements SyncOutcome {}

    /** No such purchase or lesson. */
    record Unknown() implements SyncOutcome {}
}
