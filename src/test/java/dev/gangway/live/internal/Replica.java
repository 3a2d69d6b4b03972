package dev.gangway.live.internal;

import dev.gangway.base.Ids;
import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveProperties;
import dev.gangway.live.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What another process on the same database would hear and tell, with its own connections. */
final class Replica implements AutoCloseable {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Subscribers subscribers = new Subscribers(meters);
    final BlockingQueue<LiveChange> heard = new LinkedBlockingQueue<>();
    final Announcements announcements;
    private final Listening listening;

    Replica(JdbcClient jdbc, JdbcConnectionDetails database, Ids ids, Topic topic, Duration heartbeat) {
        announcements = new Announcements(jdbc, meters);
        listening = new Listening(
                new LiveProperties(null, null, null, heartbeat), database, subscribers, announcements, ids, meters);
        subscribers.add(topic, heard::add);
        announcements.start();
        listening.start();
    }

    double connected() {
        return meters.get("gangway.live.connected").gauge().value();
    }

    double connectionsLost() {
        return meters.get("gangway.live.connections.lost").counter().count();
    }

    @Override
    public void close() {
        listening.stop();
        announcements.stop();
    }
}
