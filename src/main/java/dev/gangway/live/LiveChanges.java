package dev.gangway.live;

import dev.gangway.live.internal.Announcements;
import dev.gangway.live.internal.Subscribers;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every replica what changed, and hears it.
 *
 * <p>A hint, never a promise: what is told between a commit and a crash is lost, so pages read when they open, and nothing
 * is allowed because nothing was heard. After a connection was lost listeners are told {@link LiveChange.Anything}.
 */
@Service
public class LiveChanges {

    private final Announcements announcements;
    private final Subscribers subscribers;

    LiveChanges(Announcements announcements, Subscribers subscribers) {
        this.announcements = announcements;
        this.subscribers = subscribers;
    }

    /** Tells that something changed, without waiting; inside a transaction, once that is committed. */
    public void publish(Topic topic, String id) {
        publish(topic, LiveChange.of(id));
    }

    /** Tells that these changed; none is nothing to tell. */
    public void publish(Topic topic, Collection<String> ids) {
        if (ids.size() > LiveChange.MOST_IDS) {
            publishAnything(topic);
        } else if (!ids.isEmpty()) {
            publish(topic, new LiveChange.Of(Set.copyOf(ids)));
        }
    }

    /** Tells that more changed than can be named. */
    public void publishAnything(Topic topic) {
        publish(topic, new LiveChange.Anything());
    }

    /** Has the listener hear of every change of the topic, on whichever replica, beginning with the next one. */
    public LiveSubscription subscribe(Topic topic, LiveListener listener) {
        return subscribers.add(topic, listener);
    }

    /** Has the listener hear of changes of one thing. */
    public LiveSubscription subscribe(Topic topic, String id, LiveListener listener) {
        return subscribers.add(topic, id, listener);
    }

    private void publish(Topic topic, LiveChange change) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            announcements.add(topic, change);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announcements.add(topic, change);
            }
        });
    }
}
