package dev.gangway.live.internal;

import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener with an identity of its own, so that the same one may be there twice. */
final class Subscriber {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    private final LiveListener listener;

    Subscriber(LiveListener listener) {
        this.listener = listener;
    }

    /** One listener that fails must not keep the others from hearing. */
    void tell(LiveChange change) {
        try {
            listener.changed(change);
        } catch (RuntimeException failure) {
            LOG.error("A listener failed", failure);
        }
    }
}
