package dev.gangway.live;

/** Hears of changes, on a thread that others wait for: it hands work over instead of doing it. */
@FunctionalInterface
public interface LiveListener {

    /** Something changed, or may have. */
    void changed(LiveChange change);
}
