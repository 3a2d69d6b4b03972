package dev.gangway.live.internal;

import dev.gangway.base.Ids;
import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveProperties;
import dev.gangway.live.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what replicas tell, this one included, for as long as the server runs. A connection that is lost is made again,
 * ever less often up to every 5 s, and whoever subscribed is told then that anything may have changed.
 *
 * <p>A replica tells itself something at each heartbeat: one that does not hear that has a connection that is dead without
 * knowing, or one behind a pooler.
 */
@Component
@ConditionalOnWebApplication
class Listening implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Topic HEARTBEAT = new Topic("heartbeat");
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    /** How soon a stop is noticed. */
    private static final Duration TURN = Duration.ofMillis(250);

    private final LiveProperties properties;
    private final JdbcConnectionDetails database;
    private final Subscribers subscribers;
    private final Announcements announcements;
    private final String self;
    private final Counter heard;
    private final Counter lost;
    private volatile boolean connected;
    private volatile @Nullable Run run;

    Listening(
            LiveProperties properties,
            JdbcConnectionDetails database,
            Subscribers subscribers,
            Announcements announcements,
            Ids ids,
            MeterRegistry meters) {
        this.properties = properties;
        this.database = database;
        this.subscribers = subscribers;
        this.announcements = announcements;
        this.self = ids.next().toString();
        this.heard = meters.counter("gangway.live.heard");
        this.lost = meters.counter("gangway.live.connections.lost");
        meters.gauge("gangway.live.connected", this, listening -> listening.connected ? 1 : 0);
    }

    @Override
    public void start() {
        run = new Run();
    }

    @Override
    public void stop() {
        Run ending = run;
        run = null;
        if (ending != null) {
            ending.end();
        }
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }

    private Channel.Login usual() {
        return new Channel.Login(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    /** From one start to the next stop. */
    private final class Run {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().daemon().name("gangway-live-listen").start(this::listen);

        void end() {
            ended.countDown();
            try {
                thread.join(LONGEST_STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void listen() {
            Duration pause = FIRST_RETRY;
            try {
                while (!isOver(Duration.ZERO)) {
                    if (listenOnce()) {
                        pause = FIRST_RETRY;
                    }
                    if (isOver(pause)) {
                        return;
                    }
                    Duration longer = pause.multipliedBy(2);
                    pause = longer.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : longer;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean isOver(Duration wait) throws InterruptedException {
            return ended.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** Listens until the connection is lost or the end has come; whether there was one that heard. */
        private boolean listenOnce() throws InterruptedException {
            boolean worked = false;
            try (Channel channel = Channel.open(properties, usual())) {
                connected = true;
                subscribers.tellAnything();
                Heartbeat heartbeat = new Heartbeat();
                while (!isOver(Duration.ZERO)) {
                    heartbeat.turn();
                    for (String payload : channel.hear(TURN)) {
                        worked |= take(payload, heartbeat);
                    }
                }
            } catch (SQLException broken) {
                lost.increment();
                LOG.warn("Changes of other replicas cannot be heard for now: {}", broken.getMessage());
            } finally {
                connected = false;
            }
            return worked;
        }

        private boolean take(String payload, Heartbeat heartbeat) {
            heard.increment();
            Announcement.read(payload).ifPresent(announcement -> {
                if (!announcement.topic().equals(HEARTBEAT)) {
                    subscribers.tell(announcement.topic(), announcement.change());
                } else if (announcement.change().mayConcern(self)) {
                    heartbeat.answered();
                }
            });
            return true;
        }
    }

    /** Asks for a sign of life from time to time. */
    private final class Heartbeat {

        private final long between = properties.heartbeat().toNanos();
        private long asked = System.nanoTime() - between;
        private boolean waiting;

        /** Asks when it is time, and gives up when there was no answer. */
        void turn() throws SQLException {
            long since = System.nanoTime() - asked;
            if (waiting && since > LONGEST_ANSWER.toNanos()) {
                throw new SQLException(
                        "nothing comes through; behind a connection pooler gangway.live.url has to lead to the"
                                + " database itself");
            }
            if (!waiting && since >= between) {
                asked = System.nanoTime();
                waiting = true;
                announcements.add(HEARTBEAT, LiveChange.of(self));
            }
        }

        void answered() {
            waiting = false;
        }
    }
}
