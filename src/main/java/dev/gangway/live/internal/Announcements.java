package dev.gangway.live.internal;

import dev.gangway.live.LiveChange;
import dev.gangway.live.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What this replica has to tell, gathered while a telling is under way and sent as one statement in a transaction of its
 * own: NOTIFY takes a lock on the whole cluster until its commit, which writers must not wait for.
 *
 * <p>Takes no more memory than some ids for each topic, however long the database is away.
 */
@Component
public class Announcements implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    /** Nobody waits for the disk, since a telling is worth nothing after a crash. */
    private static final String TELL = """
        select set_config('synchronous_commit', 'off', true),
               (select count(pg_notify(:channel, payload)) from unnest(:payloads::text[]) payload)
        """;

    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Counter told;
    private final Counter failed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final Map<Topic, LiveChange> pending = new LinkedHashMap<>();
    private boolean running;
    private @Nullable Thread teller;

    Announcements(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.told = meters.counter("gangway.live.announcements", "outcome", "told");
        this.failed = meters.counter("gangway.live.announcements", "outcome", "failed");
    }

    /** Has it told soon; the first one at once, those that follow together. */
    public void add(Topic topic, LiveChange change) {
        lock.lock();
        try {
            pending.merge(topic, change, LiveChange::and);
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            running = true;
            teller = Thread.ofPlatform().daemon().name("gangway-live-tell").start(this::tellAll);
        } finally {
            lock.unlock();
        }
    }

    /** Tells what is left first. */
    @Override
    public void stop() {
        Thread ending;
        lock.lock();
        try {
            running = false;
            ending = teller;
            work.signalAll();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (ending != null && !ending.join(LONGEST_STOP)) {
                ending.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void tellAll() {
        try {
            List<Announcement> next = next();
            while (!next.isEmpty()) {
                pause(tell(next) ? BETWEEN : AFTER_FAILURE);
                next = next();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for something to tell; empty when there is nothing left and the end has come. */
    private List<Announcement> next() throws InterruptedException {
        lock.lock();
        try {
            while (running && pending.isEmpty()) {
                work.await();
            }
            List<Announcement> next = pending.entrySet().stream()
                    .map(each -> new Announcement(each.getKey(), each.getValue()))
                    .toList();
            pending.clear();
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (running && left > 0) {
                left = ended.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean tell(List<Announcement> announcements) {
        try {
            jdbc.sql(TELL)
                    .param("channel", Channel.NAME)
                    .param(
                            "payloads",
                            announcements.stream().map(Announcement::payload).toArray(String[]::new))
                    .query()
                    .listOfRows();
            told.increment(announcements.size());
            return true;
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("Changes could not be told and are kept", away);
            failed.increment(announcements.size());
            if (isRunning()) {
                announcements.forEach(each -> add(each.topic(), each.change()));
            }
            return false;
        }
    }
}
