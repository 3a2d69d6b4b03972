package dev.gangway.bench.forged;

import dev.gangway.bench.page.Wire;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends forged messages of the page protocol as people of every role do not, and after each batch looks at the database
 * whether anything came of them that must not.
 */
public final class ForgedMessages {

    private final URI product;
    private final Connection database;
    private final Findings findings = new Findings();
    private final Map<Forgery, Long> counts = new EnumMap<>(Forgery.class);
    private long sent;
    private long calls;
    private long opened;
    private long answered;
    private long again;

    /** @param database where the oracle looks; statements are committed one by one */
    public ForgedMessages(URI product, Connection database) {
        this.product = product;
        this.database = database;
    }

    /** What is done after each batch, besides looking at the database. */
    @FunctionalInterface
    public interface AfterBatch {

        /** Told how many messages were sent by now. */
        void look(long sent) throws IOException, InterruptedException;
    }

    /** Sends so many messages, in batches; the order in which the server meets those of several people is left to chance. */
    public void send(long messages, int batch, long seed, AfterBatch after)
            throws SQLException, IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        String canary = "canary" + HexFormat.of().toHexDigits(random.nextLong());
        Cast cast = new Cast(product, database, canary);
        cast.assemble();
        Oracle oracle = new Oracle(database, cast.senders());
        List<Sender> senders = new ArrayList<>();
        for (Account account : cast.senders()) {
            Account victim = cast.victims().get(senders.size() % cast.victims().size());
            senders.add(
                    new Sender(product, account, victim, Cast.PASSWORD, random.split(), findings, new Secrets(canary)));
        }
        oracle.remember();
        try (ExecutorService threads = Executors.newFixedThreadPool(senders.size())) {
            while (sent < messages) {
                int each = (int) Math.max(1, Math.min(batch, messages - sent) / senders.size());
                forgiveLogIns();
                all(threads, senders, each);
                sent += (long) each * senders.size();
                oracle.complaints().forEach(complaint -> findings.add("the database", complaint));
                if (!isAlive()) {
                    findings.add("the server is not ready", "after " + sent);
                }
                oracle.remember();
                after.look(sent);
            }
        } finally {
            for (Sender sender : senders) {
                sender.counts().forEach((forgery, count) -> counts.merge(forgery, count, Long::sum));
                calls += sender.calls();
                opened += sender.opened();
                answered += sender.answered();
                again += sender.again();
                sender.close();
            }
        }
    }

    /** Wrong passwords are among what is forged, and senders who may not log in any more send nothing. */
    private void forgiveLogIns() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("delete from log_in_failures");
        }
    }

    private static void all(ExecutorService threads, List<Sender> senders, int each) throws InterruptedException {
        List<Future<?>> sending = new ArrayList<>();
        for (Sender sender : senders) {
            sending.add(threads.submit(() -> {
                sender.send(each);
                return null;
            }));
        }
        for (Future<?> one : sending) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private boolean isAlive() throws IOException {
        try (Wire wire = new Wire(product.getHost(), product.getPort())) {
            return wire.get("/actuator/health/readiness", "").status() == 200;
        }
    }

    /** What was found that must not be, a line each. */
    public List<String> findings() {
        return findings.lines();
    }

    /** How many were sent. */
    public long sent() {
        return sent;
    }

    /** How many things they asked for, all together. */
    public long calls() {
        return calls;
    }

    /** How many the pages answered rather than refused. */
    public long answered() {
        return answered;
    }

    /** How many pages were opened for them. */
    public long opened() {
        return opened;
    }

    /** How often somebody had to log in again meanwhile. */
    public long again() {
        return again;
    }

    /** How many of each kind were sent. */
    public Map<String, Long> counts() {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((forgery, count) -> named.put(forgery.name().toLowerCase(Locale.ROOT), count));
        return named;
    }
}
