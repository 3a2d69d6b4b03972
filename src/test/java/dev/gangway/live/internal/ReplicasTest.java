package dev.gangway.live.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.base.Ids;
import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveChanges;
import dev.gangway.live.Topic;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application of the test is one replica, another one listens to the same database. */
@GangwayTest
class ReplicasTest {

    private static final Topic TOPIC = new Topic("replicas_test");
    private static final Topic OTHER = new Topic("replicas_test_other");
    private static final LiveChange ANYTHING = new LiveChange.Anything();
    private static final String LISTENERS = "application_name = 'gangway-live' and datname = current_database()";

    @Autowired
    private LiveChanges live;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Ids ids;

    private Replica other;

    @BeforeEach
    void startAnotherReplica() {
        other = new Replica(jdbc, database, ids, TOPIC, Duration.ofSeconds(1));
        await().until(() -> other.connected() == 1);
        assertThat(hear(other.heard)).isEqualTo(ANYTHING);
    }

    @AfterEach
    void stopIt() {
        other.close();
    }

    @Test
    void whatOneReplicaTellsTheOtherHears() {
        live.publish(TOPIC, "a");

        assertThat(hear(other.heard)).isEqualTo(LiveChange.of("a"));
    }

    @Test
    void theReplicaThatTellsHearsItItself() {
        BlockingQueue<LiveChange> heard = new LinkedBlockingQueue<>();
        try (var _ = live.subscribe(TOPIC, heard::add)) {
            other.announcements.add(TOPIC, LiveChange.of("from the other"));
            assertThat(hear(heard)).isEqualTo(LiveChange.of("from the other"));

            live.publish(TOPIC, "from here");
            assertThat(hear(heard)).isEqualTo(LiveChange.of("from here"));
        }
        live.publish(TOPIC, "unsubscribed");
        await().until(() -> hear(other.heard).mayConcern("unsubscribed"));
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerForOneThingHearsOfNoOther() {
        BlockingQueue<LiveChange> heard = new LinkedBlockingQueue<>();
        try (var _ = live.subscribe(TOPIC, "mine", heard::add)) {
            live.publish(OTHER, "mine");
            live.publish(TOPIC, List.of("yours", "mine"));
            assertThat(hear(heard)).isEqualTo(LiveChange.of("mine"));

            live.publishAnything(TOPIC);
            assertThat(hear(heard)).isEqualTo(ANYTHING);
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void whatIsRolledBackIsNotToldAndWhatIsCommittedIs() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            live.publish(TOPIC, "rolled back");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            live.publish(TOPIC, "committed");
            assertThat(other.heard).isEmpty();
        });

        assertThat(hear(other.heard)).isEqualTo(LiveChange.of("committed"));
    }

    @Test
    void manyChangesAreHeardAsAFewAndNoneIsMissing() {
        Set<String> told = IntStream.range(0, 300).mapToObj(i -> "id-" + i).collect(Collectors.toSet());

        told.forEach(id -> live.publish(TOPIC, id));

        Set<String> heard = new HashSet<>();
        int tellings = 0;
        while (heard.size() < told.size()) {
            assertThat(hear(other.heard)).isInstanceOfSatisfying(LiveChange.Of.class, some -> heard.addAll(some.ids()));
            tellings++;
        }
        assertThat(heard).isEqualTo(told);
        assertThat(tellings).isLessThan(told.size() / 2);
    }

    @Test
    void moreIdsThanFitBecomeAnything() {
        live.publish(
                TOPIC,
                IntStream.range(0, 900).mapToObj(i -> ids.next().toString()).toList());

        assertThat(hear(other.heard)).isEqualTo(ANYTHING);
    }

    @Test
    void idsOfAnyLettersArriveAsTheyAre() {
        for (String id : List.of("ü\"'\n\t\\", "ab, c; {d}", "😀".repeat(127))) {
            live.publish(TOPIC, id);

            assertThat(hear(other.heard)).isEqualTo(LiveChange.of(id));
        }
    }

    @Test
    void aConnectionThatIsCutComesBackAndTellsThatAnythingMayHaveChanged() {
        int cut = jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where " + LISTENERS)
                .query((row, number) -> row.getBoolean(1))
                .list()
                .size();

        assertThat(cut).isGreaterThanOrEqualTo(2);
        assertThat(hear(other.heard)).isEqualTo(ANYTHING);
        assertThat(other.connectionsLost()).isEqualTo(1);
        live.publish(TOPIC, "after");
        await().until(() -> hear(other.heard).mayConcern("after"));
        await("the replica of the application listens again")
                .untilAsserted(() -> assertThat(listeners()).isGreaterThanOrEqualTo(2));
    }

    private long listeners() {
        return jdbc.sql("select count(*) from pg_stat_activity where " + LISTENERS)
                .query(Long.class)
                .single();
    }

    private static LiveChange hear(BlockingQueue<LiveChange> queue) {
        try {
            LiveChange heard = queue.poll(5, TimeUnit.SECONDS);
            assertThat(heard).as("heard within five seconds").isNotNull();
            return heard;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
