package dev.gangway.live;

/** Has a listener hear of changes until it is closed. */
@FunctionalInterface
public interface LiveSubscription extends AutoCloseable {

    /** Ends it; again does nothing. */
    @Override
    void close();
}
