package dev.gangway.backup;

/** Is told after each table how far a backup or a restore is. */
@FunctionalInterface
public interface BackupProgress {

    /** So many of so many tables are done. */
    void tables(int done, int total);
}
