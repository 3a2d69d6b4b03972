package dev.gangway.backup.internal;

/** The database holds only a part of a backup. */
class InterruptedRestoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InterruptedRestoreException() {
        super("A restore into this database is under way or was interrupted");
    }
}
