package dev.gangway.backup;

/** A backup cannot be written or read; the message says why, for whoever called the command. */
public final class BackupException extends RuntimeException {

    public BackupException(String message) {
        super(message);
    }

    public BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
