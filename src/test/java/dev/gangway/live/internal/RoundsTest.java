package dev.gangway.live.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveSubscription;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final Rounds rounds = new Rounds();
    private final Queue<LiveChange> one = new ConcurrentLinkedQueue<>();
    private final Queue<LiveChange> other = new ConcurrentLinkedQueue<>();

    @Test
    void aChangeIsToldAtOnceAndToAllAsTheSameObject() {
        rounds.add(one::add);
        rounds.add(other::add);

        rounds.note(LiveChange.of("a"));

        assertThat(one).containsExactly(LiveChange.of("a"));
        assertThat(other.peek()).isSameAs(one.peek());
    }

    @Test
    void whatFollowsSoonIsToldAsOneAndNothingOfItIsLost() {
        rounds.add(one::add);
        List<String> ids = IntStream.range(0, 100).mapToObj(Integer::toString).toList();

        ids.forEach(id -> rounds.note(LiveChange.of(id)));

        await().untilAsserted(() ->
                assertThat(ids).allSatisfy(id -> assertThat(one).anyMatch(change -> change.mayConcern(id))));
        assertThat(one).hasSizeLessThan(10);
    }

    @Test
    void whoStoppedFollowingHearsNothing() {
        LiveSubscription following = rounds.add(one::add);
        rounds.add(other::add);

        following.close();
        rounds.note(LiveChange.of("a"));

        assertThat(other).hasSize(1);
        assertThat(one).isEmpty();
    }

    @Test
    void aChangeThatJoinsAnotherIsNotTakenForTheEarlierOne() {
        LiveChange anything = new LiveChange.Anything();
        assertThat(anything.and(LiveChange.of("a"))).isEqualTo(anything).isNotSameAs(anything);
    }
}
