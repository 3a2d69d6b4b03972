package dev.gangway.live.internal;

import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveListener;
import dev.gangway.live.LiveSubscription;
import dev.gangway.live.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Who on this replica wants to hear of what; one that wants to hear of one thing costs nothing when others change. */
@Component
public class Subscribers {

    private final Map<Topic, Set<Subscriber>> ofTopics = new ConcurrentHashMap<>();
    private final Map<Topic, Map<String, Set<Subscriber>>> ofThings = new ConcurrentHashMap<>();
    private final Map<Topic, Rounds> rounds = new ConcurrentHashMap<>();

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

    /** One of those who hear of a topic's changes together, and not too often. */
    public LiveSubscription follow(Topic topic, LiveListener listener) {
        return rounds.computeIfAbsent(topic, this::begin).add(listener);
    }

    private Rounds begin(Topic topic) {
        Rounds first = new Rounds();
        var _ = add(topic, first::note);
        return first;
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
        LiveChange anything = new LiveChange.Anything();
        ofTopics.values().forEach(interested -> interested.forEach(each -> each.tell(anything)));
        ofThings.values()
                .forEach(things ->
                        things.values().forEach(interested -> interested.forEach(each -> each.tell(anything))));
    }

    private int count() {
        return ofTopics.values().stream().mapToInt(Set::size).sum()
                + rounds.values().stream().mapToInt(Rounds::size).sum()
                + ofThings.values().stream()
                        .flatMap(things -> things.values().stream())
                        .mapToInt(Set::size)
                        .sum();
    }
}
