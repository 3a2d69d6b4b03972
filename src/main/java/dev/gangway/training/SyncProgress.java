package dev.gangway.training;

/** Is told how far a synchronisation of everything is, never twice at once, and asked whether it should go on. */
@FunctionalInterface
public interface SyncProgress {

    /** Listens to nothing and never stops. */
    SyncProgress NONE = (done, total) -> true;

    /** So many of so many purchases are done; false ends the work after those that are under way. */
    boolean goOn(long done, long total);
}
