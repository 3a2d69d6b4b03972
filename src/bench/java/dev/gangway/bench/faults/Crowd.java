package dev.gangway.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Several people who walk at once, and the ledger of what they were answered. */
final class Crowd implements AutoCloseable {

    private final Ledger ledger;
    private final List<Walker> walkers;
    private final ExecutorService threads;
    private final List<Future<?>> walks = new ArrayList<>();
    private volatile AtomicBoolean resting = new AtomicBoolean();

    private Crowd(Ledger ledger, List<Walker> walkers) {
        this.ledger = ledger;
        this.walkers = walkers;
        this.threads = Executors.newFixedThreadPool(walkers.size());
    }

    /** As many people as there are, going on from what the ledger in the file knows. */
    static Crowd of(int people, Path file, String otherWizard, long seed) throws IOException {
        List<Ledger.Line> known = new ArrayList<>();
        Ledger ledger = Ledger.open(file, known::add);
        List<Walker> walkers = IntStream.range(0, people)
                .mapToObj(number -> new Walker(number, ledger, otherWizard, seed))
                .toList();
        known.forEach(line -> walkers.forEach(walker -> walker.remember(line)));
        return new Crowd(ledger, walkers);
    }

    void goTo(Function<String, URI> server) {
        walkers.forEach(walker -> walker.goTo(server));
    }

    /** They begin to walk; impatient ones rest once a request of theirs has no answer. */
    void walk(boolean patient) {
        AtomicBoolean rest = new AtomicBoolean();
        resting = rest;
        walkers.forEach(walker -> walks.add(threads.submit(() -> walker.walk(rest::get, patient))));
    }

    /** They end what they are at, and rest. */
    void rest() throws InterruptedException {
        resting.set(true);
        for (Future<?> walk : walks) {
            join(walk);
        }
        walks.clear();
    }

    private static void join(Future<?> walk) throws InterruptedException {
        try {
            walk.get(2, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Somebody still waits for an answer", e);
        }
    }

    /** Compares what is stored with what was answered, and puts what was found into the ledger. */
    Struck compared(String fault, long back, Connection connection) throws SQLException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        long happened = 0;
        for (Walker walker : walkers) {
            wrong.addAll(walker.takeSurprises());
            Stored stored = new Stored(connection);
            Person found = stored.of(walker.account());
            List<Person> possible = walker.possible();
            stored.halves().forEach(half -> wrong.add(walker.account() + ": " + half));
            if (!possible.contains(found)) {
                wrong.add("%s: stored is %s, answered was %s".formatted(walker.account(), found, possible));
                walker.accept(found);
            } else if (!found.equals(possible.getFirst())) {
                happened++;
            }
            walker.settle(found);
            walker.resumes(found).ifPresent(wrong::add);
        }
        long answered = walkers.stream().mapToLong(Walker::takeAnswered).sum();
        long unanswered = walkers.stream().mapToLong(Walker::takeUnanswered).sum();
        Struck struck = new Struck(fault, answered, unanswered, happened, wrong, back);
        ledger.struck(struck);
        return struck;
    }

    @Override
    public void close() throws IOException {
        resting.set(true);
        threads.shutdownNow();
        ledger.close();
    }
}
