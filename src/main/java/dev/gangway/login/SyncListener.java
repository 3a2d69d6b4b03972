package dev.gangway.login;

import java.util.UUID;

/** Is told what a synchronisation does, never two things at once; what it is told is kept nowhere else. */
public interface SyncListener {

    /** Listens to nothing. */
    SyncListener NONE = new SyncListener() {};

    /** A copy was mended, or would be. */
    default void changed(CopyChange change) {}

    /** A copy could not be mended. */
    default void failed(UUID loginSession, String reason) {}

    /** So many of so many wrong copies were dealt with. */
    default void progress(long done, long total) {}
}
