package dev.gangway.live.internal;

import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveListener;
import dev.gangway.live.LiveSubscription;
import dev.gangway.live.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who on this replica wants to hear of what; one that wants to hear of one thing costs nothing when others change. */
@Component
public class Subscribers {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);
    private static final LiveChange ANYTHING = new LiveChange.Anything();

    private final Map<Topic, Set<Subscriber>> ofTopics = new ConcurrentHashMap<>();
    private final Map<Topic, Map<String, Set<Subscriber>>> ofThings = new ConcurrentHashMap<>();

    Subscribers(MeterRegistry meters) {
        meters.gauge("gangway.live.subscribers", this, Subscribers::count);
    }

    /** One that hears of all changes of a topic. */
    public LiveSubscription add(Topic topic, LiveListener listener) {
        Set<Subscriber> others = ofTopics.computeIfAbsent(topic, first -> ConcurrentHashMap.newKeySet());
        Subscriber added = new Subscriber(listener);
        others.add(added);
        return () -> others.remove(added);
    }

    /** One that hears of changes of one thing. */
    public LiveSubscription add(Topic topic, String id, LiveListener listener) {
        Map<String, Set<Subscriber>> things = ofThings.computeIfAbsent(topic, first -> new ConcurrentHashMap<>());
        Subscriber added = new Subscriber(listener);
        things.compute(id, (thing, others) -> {
            Set<Subscriber> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(added);
            return all;
        });
        return () -> things.computeIfPresent(id, (thing, others) -> {
            others.remove(added);
            return others.isEmpty() ? null : others;
        });
    }

    void tell(Topic topic, LiveChange change) {
        ofTopics.getOrDefault(topic, Set.of()).forEach(each -> each.tell(change));
        Map<String, Set<Subscriber>> things = ofThings.getOrDefault(topic, Map.of());
        switch (change) {
            case LiveChange.Of(Set<String> ids) ->
                ids.forEach(id -> things.getOrDefault(id, Set.of()).forEach(each -> each.tell(LiveChange.of(id))));
            case LiveChange.Anything all ->
                things.values().forEach(interested -> interested.forEach(each -> each.tell(all)));
        }
    }

    /** After a time in which nothing was heard. */
    void tellAnything() {
        ofTopics.values().forEach(interested -> interested.forEach(each -> each.tell(ANYTHING)));
        ofThings.values()
                .forEach(things ->
                        things.values().forEach(interested -> interested.forEach(each -> each.tell(ANYTHING))));
    }

    private int count() {
        return ofTopics.values().stream().mapToInt(Set::size).sum()
                + ofThings.values().stream()
                        .flatMap(things -> things.values().stream())
                        .mapToInt(Set::size)
                        .sum();
    }

    /** An identity of its own, so that the same listener may be there twice. */
    private static final class Subscriber {

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
}
